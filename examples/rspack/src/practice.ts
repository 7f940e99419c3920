import { createMeetingSimulator } from 'react-zoom-join/testing';

// A practice meeting: the real SDK, without Zoom. For a real one, replace `practice.sdk` with `selfHosted()`, and
// `practice.getSignature` with a function that asks your endpoint.
export const practice = createMeetingSimulator({ people: ['Grace Hopper', 'Alan Turing'] });
