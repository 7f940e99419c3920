import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import { expect, userEvent, waitFor } from 'storybook/test';
import { practiceIn } from '../.storybook/practice.tsx';
import { joinError } from '../src/failures/words/for-people.ts';
import { args, argTypes } from './support/controls.ts';
import { neverTold } from './support/never-told.ts';
import { button, until, untilSeen } from './support/play.ts';
import { StateOnShow } from './support/state-on-show.tsx';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Life of a meeting/Joining',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: ['Grace Hopper', 'Alan Turing'] } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

const unreachable = joinError('connection-failed', 'Zoom could not be reached.', {});
const AN_HOUR = 3_600_000;
const patience = { signature: AN_HOUR, load: AN_HOUR, join: AN_HOUR };

/** Nothing is loaded before the click. */
export const Idle: Story = {
  args: { autoJoin: false },
  play: async ({ canvasElement }) => {
    await button(canvasElement, 'Join meeting');
    await untilSeen(canvasElement, 'Ada Lovelace');
    await expect(canvasElement.querySelector('iframe')).toBeNull();
  },
};

export const JoinByClick: Story = {
  ...Idle,
  play: async ({ canvasElement }) => {
    await userEvent.click(await button(canvasElement, 'Join meeting'));
    await until(canvasElement, 'joined');
  },
};

export const JoinByKeyboard: Story = {
  ...Idle,
  play: async ({ canvasElement }) => {
    const join = await button(canvasElement, 'Join meeting');
    await userEvent.tab();
    await expect(join).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await until(canvasElement, 'joined');
  },
};

/** The first step: the component asks your endpoint for the signature. */
export const GettingPermission: Story = {
  args: { getSignature: () => new Promise(() => {}), timeouts: patience },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'authorizing');
    await untilSeen(canvasElement, 'Getting permission');
  },
};

/** The second step. It is skipped if the SDK was loaded before the signature arrived. */
export const LoadingZoom: Story = {
  args: { timeouts: patience },
  render: (given) => <ZoomJoin {...given} sdk={neverTold(given.sdk)} />,
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'loading');
    await untilSeen(canvasElement, 'Loading Zoom');
  },
};

/** The third step: the SDK connects to Zoom’s servers. */
export const Connecting: Story = {
  args: { timeouts: patience },
  parameters: { practice: { latency: AN_HOUR } },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joining');
    await untilSeen(canvasElement, 'Connecting');
  },
};

/** After 8 s, the screen says that joining takes longer than usual. */
export const StillJoining: Story = {
  ...GettingPermission,
  play: ({ canvasElement }) => untilSeen(canvasElement, 'Still joining'),
};

export const Cancel: Story = {
  ...GettingPermission,
  play: async ({ canvasElement, args: { onLeft } }) => {
    await userEvent.click(await button(canvasElement, 'Cancel'));
    await until(canvasElement, 'left');
    await expect(onLeft).toHaveBeenCalledWith(expect.objectContaining({ reason: 'user' }));
  },
};

/** After a connection error, the component retries by itself. The screen says when, and the user need not wait. */
export const TryingAgain: Story = {
  render: (given) => <StateOnShow {...given} state={{ status: 'joining' }} trying={unreachable} />,
  play: ({ canvasElement }) => untilSeen(canvasElement, /Next try in \d+ s/),
};

export const TheNextTrySucceeds: Story = {
  parameters: { practice: { fail: -3000 } },
  play: async ({ canvasElement, args: { getSignature, onError } }) => {
    await waitFor(() => expect(getSignature).toHaveBeenCalledTimes(2), { timeout: 30_000 });
    practiceIn(canvasElement).fail(null);
    await until(canvasElement, 'joined');
    await expect(onError).not.toHaveBeenCalled();
  },
};

/** Zoom lets nobody in before the host starts the meeting. The component retries for as long as it takes. */
export const WaitingForTheHost: Story = {
  parameters: { practice: { started: false } },
  play: async ({ canvasElement, args: { onWaiting } }) => {
    await until(canvasElement, 'waiting');
    await untilSeen(canvasElement, 'Waiting for the host', /Next try in \d+ s/);
    await expect(onWaiting).toHaveBeenCalledWith({ for: 'host' });
  },
};

export const TheHostStarts: Story = {
  ...WaitingForTheHost,
  play: async ({ canvasElement }) => {
    const tryNow = await button(canvasElement, 'Try now');
    practiceIn(canvasElement).host.start();
    await userEvent.click(tryNow);
    await until(canvasElement, 'joined');
  },
};

/** Zoom’s own waiting room, with the host’s text and logo if there are any. */
export const WaitingRoom: Story = {
  parameters: { practice: { waitingRoom: true } },
  play: async ({ canvasElement, args: { onWaiting, onJoined } }) => {
    await until(canvasElement, 'waiting');
    await expect(onWaiting).toHaveBeenCalledWith({ for: 'admission' });
    await expect(onJoined).not.toHaveBeenCalled();
  },
};

export const TheHostAdmits: Story = {
  ...WaitingRoom,
  play: async ({ canvasElement, args: { onJoined } }) => {
    await until(canvasElement, 'waiting');
    await practiceIn(canvasElement).host.admit();
    await until(canvasElement, 'joined');
    await expect(onJoined).toHaveBeenCalledOnce();
  },
};
