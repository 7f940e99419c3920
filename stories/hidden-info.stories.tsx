import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import { expect, waitFor } from 'storybook/test';
import { args, argTypes } from './support/controls.ts';
import { two } from './support/people.ts';
import { clickInZoom, findZoomButton, until, untilSeen, zoomDocument } from './support/play.ts';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Options/Hidden info',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: two, topic: 'Analytical engines' } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

const NUMBER = /123.?4567.?8901/;

async function openInfo(canvas: HTMLElement): Promise<string> {
  await until(canvas, 'joined');
  await clickInZoom(canvas, 'Meeting Information');
  await untilSeen(canvas, 'Analytical engines');
  return zoomDocument(canvas)?.body.innerText ?? '';
}

/** Hides what lets somebody into the meeting: number, passcodes and invite link. */
export const Default: Story = {
  play: async ({ canvasElement }) => expect(await openInfo(canvasElement)).not.toMatch(NUMBER),
};

/** Hides both the panel and its button. */
export const Everything: Story = {
  args: { hideMeetingInfo: true },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await waitFor(() => expect(findZoomButton(canvasElement, 'Leave')).toBeDefined());
    await expect(findZoomButton(canvasElement, 'Meeting Information')).toBeUndefined();
  },
};

export const AllButTheTopic: Story = {
  args: { hideMeetingInfo: ['host', 'mn', 'pwd', 'telPwd', 'invite', 'participant', 'dc', 'enctype'] },
  play: async ({ canvasElement }) => expect(await openInfo(canvasElement)).not.toMatch(/Host|Encryption/),
};

export const Nothing: Story = {
  args: { hideMeetingInfo: false },
  play: async ({ canvasElement }) => expect(await openInfo(canvasElement)).toMatch(NUMBER),
};
