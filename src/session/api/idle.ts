import type { MeetingSnapshot } from './status.ts';

/** Before anything has been asked for. */
export const IDLE: MeetingSnapshot = {
  state: { status: 'idle' },
  attempt: 0,
  next: null,
  isRendered: false,
  isFullscreen: false,
};
