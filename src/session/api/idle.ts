import type { MeetingSnapshot } from './status.ts';

/** The snapshot before anything has been requested. */
export const IDLE: MeetingSnapshot = {
  state: { status: 'idle' },
  attempt: 0,
  next: null,
  isRendered: false,
  isFullscreen: false,
};
