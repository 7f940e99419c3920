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

/** A meeting with a control for every prop and an action for every event. */
export const Playground: StoryObj<typeof ZoomJoin> = {
  play: async ({ canvasElement, args: { onStatusChange, onJoined, onUserAdded } }) => {
    await until(canvasElement, 'joined');
    await untilSeen(canvasElement, 'Grace Hopper', 'Alan Turing', 'Ada Lovelace');
    await expect(onStatusChange).toHaveBeenLastCalledWith({ status: 'joined' });
    await expect(onJoined).toHaveBeenCalledOnce();
    await expect(onUserAdded).toHaveBeenCalled();
  },
};
