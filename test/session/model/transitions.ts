import type { MeetingStatus } from '../../../src/session/api/status.ts';

/**
 * Which status may follow which. The tests check sessions against this. Any status may be followed by `idle`: the
 * component was unmounted, hidden, or got another meeting.
 */
const NEXT = {
  idle: ['authorizing', 'failed'],
  authorizing: ['loading', 'joining', 'left', 'failed', 'authorizing'],
  loading: ['joining', 'left', 'failed', 'authorizing'],
  joining: ['joined', 'waiting', 'reconnecting', 'left', 'failed', 'authorizing'],
  // `waiting` follows itself if the user gets into the waiting room after waiting for the host.
  waiting: ['joined', 'waiting', 'reconnecting', 'left', 'failed', 'authorizing'],
  joined: ['waiting', 'reconnecting', 'left', 'failed', 'authorizing'],
  reconnecting: ['joined', 'waiting', 'left', 'failed', 'authorizing'],
  left: ['authorizing', 'failed'],
  failed: ['authorizing', 'failed'],
} as const satisfies Record<MeetingStatus, readonly MeetingStatus[]>;

export function canFollow(from: MeetingStatus, to: MeetingStatus): boolean {
  return to === 'idle' || (NEXT[from] as readonly MeetingStatus[]).includes(to);
}
