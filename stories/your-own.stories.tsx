import type { Meta, StoryObj } from '@storybook/react-vite';
import { selfHosted, ZoomJoin } from 'react-zoom-join';
import { expect, userEvent } from 'storybook/test';
import { practiceIn } from '../.storybook/practice.tsx';
import { args, argTypes } from './support/controls.ts';
import { HandUp } from './support/hand-up.tsx';
import { OwnLayout } from './support/own-layout.tsx';
import { ownScreens } from './support/own-screens.tsx';
import { two } from './support/people.ts';
import { button, until, untilSeen } from './support/play.ts';
import { Splitter } from './support/splitter.tsx';
import { WithFullScreen } from './support/with-full-screen.tsx';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Your own',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: two } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

/** You can replace each screen. Yours gets the same props as the default one. */
export const Screens: Story = {
  args: { autoJoin: false, screens: ownScreens },
  play: ({ canvasElement }) => untilSeen(canvasElement, 'Ready when you are, Ada Lovelace'),
};

export const ScreensInUse: Story = {
  ...Screens,
  play: async ({ canvasElement }) => {
    await userEvent.click(await button(canvasElement, 'Take a seat'));
    await until(canvasElement, 'joined');
    await practiceIn(canvasElement).host.end();
    await untilSeen(canvasElement, 'That was it for today.');
  },
};

/** Replaces single texts. The others stay. */
export const Labels: Story = {
  args: { autoJoin: false, labels: { join: 'Enter the classroom', left: { ended: 'Class is over' } } },
  play: async ({ canvasElement }) => {
    await userEvent.click(await button(canvasElement, 'Enter the classroom'));
    await until(canvasElement, 'joined');
    await practiceIn(canvasElement).host.end();
    await untilSeen(canvasElement, 'Class is over');
  },
};

/** `children` are rendered over the meeting and stay mounted while its status changes. */
export const ControlsOverTheMeeting: Story = {
  args: { children: <HandUp /> },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await userEvent.click(await button(canvasElement, 'Raise hand'));
    await untilSeen(canvasElement, 'Lower hand');
  },
};

/** The user can drag a splitter across the meeting, which is a frame, as across any other element. */
export const BesideASplitter: Story = {
  parameters: { isPage: true },
  render: (given) => <Splitter {...given} />,
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await expect(canvasElement.querySelector('[role=separator]')).toBeVisible();
  },
};

/** A click calls `requestFullscreen()` of the handle. The button stays over the meeting. */
export const FullScreen: Story = {
  render: (given) => <WithFullScreen {...given} />,
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await button(canvasElement, 'Full screen');
  },
};

/** `useZoomJoin`: the meeting without the component’s screens. */
export const Layout: Story = {
  parameters: { isPage: true },
  render: (given) => <OwnLayout {...given} />,
  play: async ({ canvasElement }) => {
    await untilSeen(canvasElement, 'joined');
    await untilSeen(canvasElement, 'Grace Hopper');
  },
};

export const LeaveByYourOwnButton: Story = {
  ...Layout,
  play: async ({ canvasElement, args: { onLeft } }) => {
    await untilSeen(canvasElement, 'joined');
    await userEvent.click(await button(canvasElement, 'Leave'));
    await untilSeen(canvasElement, 'left');
    await expect(onLeft).toHaveBeenCalledWith(expect.objectContaining({ reason: 'user' }));
  },
};

/** The SDK is hosted on your own server, as in every story here: `sdk={selfHosted('/zoom-sdk')}`. */
export const SelfHosted: Story = {
  parameters: { practice: { sdk: selfHosted(`${import.meta.env.BASE_URL}zoom-sdk`) } },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    const scripts = [...(canvasElement.querySelector('iframe')?.contentDocument?.scripts ?? [])];
    for (const { src } of scripts.filter((script) => script.src !== '')) {
      await expect(new URL(src).origin).toBe(location.origin);
    }
  },
};
