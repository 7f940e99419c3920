import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import { args, argTypes } from '../support/controls.ts';
import { dismissHint, until, untilSeen } from '../support/play.ts';
import { CoursePage } from './course-page.tsx';

const meta: Meta<typeof ZoomJoin> = {
  title: 'A course page',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: {
    isPage: true,
    practice: {
      topic: 'The Analytical Engine, lesson 4',
      people: [
        { name: 'Grace Hopper', host: true, muted: false },
        'Alan Turing',
        'Katherine Johnson',
        'Barbara Liskov',
        'Edsger Dijkstra',
      ],
    },
  },
  render: (given) => (
    <CoursePage>
      <ZoomJoin {...given} />
    </CoursePage>
  ),
};

export default meta;

/** A lesson with its live meeting, as students see it. */
export const ACoursePage: StoryObj<typeof ZoomJoin> = {
  name: 'A course page',
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await untilSeen(canvasElement, 'Grace Hopper', 'Katherine Johnson');
    dismissHint(canvasElement);
  },
};
