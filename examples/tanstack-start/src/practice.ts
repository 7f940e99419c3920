import { createMeetingSimulator } from 'react-zoom-join/testing';

// A practice meeting. For a real one, pass `sdk={selfHosted()}` instead of `sdk={practice.sdk}`, and set
// ZOOM_SDK_KEY and ZOOM_SDK_SECRET.
export const practice = createMeetingSimulator({ people: ['Grace Hopper', 'Alan Turing'] });
