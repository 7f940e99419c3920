import { createMeetingSimulator } from 'react-zoom-join/testing';

// A practice meeting: the real SDK, without Zoom. For a real one, replace `practice.sdk` with `selfHosted()`, and
// set ZOOM_SDK_KEY and ZOOM_SDK_SECRET: see README.md.
export const practice = createMeetingSimulator({ people: ['Grace Hopper', 'Alan Turing'] });
