import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import type { MeetingSimulator } from 'react-zoom-join/testing';
import { expect, userEvent } from 'storybook/test';
import { practiceIn } from '../.storybook/practice.tsx';
import { args, argTypes } from './support/controls.ts';
import { two } from './support/people.ts';
import { button, clickInZoom, until, untilSeen } from './support/play.ts';
import { StateOnShow } from './support/state-on-show.tsx';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Life of a meeting/Left',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: two } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

/** A story whose meeting ends in this way as soon as it is joined. */
const leaving = (leave: (meeting: MeetingSimulator) => Promise<void>, text: string): Story => ({
  play: async ({ canvasElement, args: { onLeft } }) => {
    await until(canvasElement, 'joined');
    await leave(practiceIn(canvasElement));
    await until(canvasElement, 'left');
    await untilSeen(canvasElement, text);
    await expect(onLeft).toHaveBeenCalledOnce();
    await expect(canvasElement.querySelector('iframe')).toBeNull();
  },
});

/** The user clicks Zoom’s own Leave button. */
export const ByThePerson: Story = {
  play: async ({ canvasElement, args: { onLeft } }) => {
    await until(canvasElement, 'joined');
    await clickInZoom(canvasElement, 'Leave');
    await clickInZoom(canvasElement, 'Leave Meeting');
    await until(canvasElement, 'left');
    await untilSeen(canvasElement, 'You left the meeting');
    await expect(onLeft).toHaveBeenCalledWith(expect.objectContaining({ reason: 'user' }));
  },
};

export const Removed = leaving(({ host }) => host.remove(), 'You were removed from the meeting');
export const Ended = leaving(({ host }) => host.end(), 'The host ended the meeting');
export const TimeLimit = leaving(({ host }) => host.endByTimeLimit(), 'The meeting reached its time limit');
export const Elsewhere = leaving(
  ({ host }) => host.joinElsewhere(),
  'You joined this meeting somewhere else',
);

/** Zoom gave a reason of its own, or none that the component knows. */
export const Other: Story = {
  render: (given) => <StateOnShow {...given} state={{ status: 'left', reason: 'other' }} />,
  play: ({ canvasElement }) => untilSeen(canvasElement, 'The meeting was closed'),
};

export const JoinAgain: Story = {
  play: async ({ canvasElement, args: { onJoined } }) => {
    await until(canvasElement, 'joined');
    await practiceIn(canvasElement).host.end();
    await userEvent.click(await button(canvasElement, 'Join again'));
    await until(canvasElement, 'joined');
    await expect(onJoined).toHaveBeenCalledTimes(2);
  },
};
