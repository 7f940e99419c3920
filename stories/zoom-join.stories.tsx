import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import { expect } from 'storybook/test';
import { args, argTypes } from './support/controls.ts';
import { until, untilSeen } from './support/play.ts';

const meta: Meta<typeof ZoomJoin> = {
  title: 'ZoomJoin',
  component: ZoomJoin,
  tags: ['autodocs'],
  args,
  argTypes,
  parameters: { practice: { topic: 'Analytical engines', people: ['Grace Hopper', 'Alan Turing'] } },
};

export default meta;

/** The meeting, where it stands. Every prop has a control, every event an action. */
export const Playground: StoryObj<typeof ZoomJoin> = {
  play: async ({ canvasElement, args: { onStatusChange, onJoined, onUserAdded } }) => {
    await until(canvasElement, 'joined');
    await untilSeen(canvasElement, 'Grace Hopper', 'Alan Turing', 'Ada Lovelace');
    await expect(onStatusChange).toHaveBeenLastCalledWith({ status: 'joined' });
    await expect(onJoined).toHaveBeenCalledOnce();
    await expect(onUserAdded).toHaveBeenCalled();
  },
};
