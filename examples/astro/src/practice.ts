import { createMeetingSimulator } from 'react-zoom-join/testing';

// A practice meeting. For a real one, pass `sdk={selfHosted()}` instead of `sdk={practice.sdk}`, and a `getSignature`
// that asks your endpoint.
export const practice = createMeetingSimulator({ people: ['Grace Hopper', 'Alan Turing'] });
