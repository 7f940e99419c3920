import { createMeetingSimulator } from 'react-zoom-join/testing';

// A practice meeting: the real SDK, without Zoom. For a real one, replace `practice.sdk` with `selfHosted()`, and
// set ZOOM_MEETING_SDK_KEY and ZOOM_MEETING_SDK_SECRET.
export const practice = createMeetingSimulator({ people: ['Grace Hopper', 'Alan Turing'] });
