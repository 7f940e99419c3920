import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import { joinError } from '../src/failures/words/for-people.ts';
import { args, argTypes } from './support/controls.ts';
import { two } from './support/people.ts';
import { button, until } from './support/play.ts';
import { StateOnShow } from './support/state-on-show.tsx';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Options/Looks',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: two } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

const idle: Story = {
  args: { autoJoin: false },
  play: async ({ canvasElement }) => void (await button(canvasElement, 'Join meeting')),
};
const joined: Story = { play: ({ canvasElement }) => until(canvasElement, 'joined') };
const error = joinError('sdk-blocked', 'A script was blocked.', {});
const failed: Story = {
  render: (given) => <StateOnShow {...given} state={{ status: 'failed', error }} />,
  play: async ({ canvasElement }) => void (await button(canvasElement, 'Try again')),
};
const small = { globals: { size: 'small' } };

export const Dark: Story = { ...idle, globals: { theme: 'dark' } };
export const DarkFailure: Story = { ...failed, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...failed, globals: { direction: 'rtl' } };
export const RightToLeftMeeting: Story = { ...joined, globals: { direction: 'rtl' } };

/** 240 × 180 px. */
export const Small: Story = { ...idle, ...small };
export const SmallFailure: Story = { ...failed, ...small };
export const SmallMeeting: Story = { ...joined, ...small };
export const MediumMeeting: Story = { ...joined, globals: { size: 'medium' } };

/** 1920 × 1080 px. */
export const Large: Story = { ...idle, globals: { size: 'large' } };
export const LargeMeeting: Story = { ...joined, globals: { size: 'large' } };

/** Your own colours, radius and font, by CSS variables on the component or on any element around it. */
export const Themed: Story = {
  ...idle,
  args: {
    ...idle.args,
    style: {
      '--zoom-join-background': '#2b1036',
      '--zoom-join-color': '#fdf2ff',
      '--zoom-join-accent': '#ffb3e6',
      '--zoom-join-accent-color': '#2b1036',
      '--zoom-join-radius': '99px',
      '--zoom-join-font': '400 18px/1.5 Georgia, serif',
    } as React.CSSProperties,
  },
};
