import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin, type ZoomView } from 'react-zoom-join';
import { args, argTypes } from './support/controls.ts';
import { nine } from './support/people.ts';
import { until } from './support/play.ts';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Options/Views and layouts',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: nine } },
  play: ({ canvasElement }) => until(canvasElement, 'joined'),
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

const showing = (view: ZoomView): Story => ({ args: { view } });

export const Gallery = showing('gallery');
export const Speaker = showing('speaker');
export const Active = showing('active');
export const Ribbon = showing('ribbon');
export const Minimized = showing('minimized');

/** The stacked layout, which Zoom uses for some meetings. It has only this view and the minimized one. */
export const Stacked: Story = { parameters: { practice: { layout: 'legacy' } } };

export const StackedAndMinimized: Story = { ...Stacked, args: { view: 'minimized' } };

/** With `fit: 'none'`, the SDK determines the size. */
export const SizeOfTheSdk: Story = { args: { fit: 'none' } };
