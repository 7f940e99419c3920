import { createMeetingSimulator, type MeetingSimulator } from 'react-zoom-join/testing';

/** The simulated meeting, if there are no credentials for real ones. */
export const practice: MeetingSimulator | undefined = __PRACTICE__
  ? createMeetingSimulator({ topic: 'Analytical engines', people: ['Grace Hopper', 'Alan Turing'] })
  : undefined;
