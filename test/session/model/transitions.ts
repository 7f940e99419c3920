import type { MeetingStatus } from '../../../src/session/api/status.ts';

/**
 * Which status may follow which: what tests hold a session to. `idle` follows everything: the component was unmounted, hidden,
 * or got another meeting.
 */
const NEXT = {
  idle: ['authorizing', 'failed'],
  authorizing: ['loading', 'joining', 'left', 'failed', 'authorizing'],
  loading: ['joining', 'left', 'failed', 'authorizing'],
  joining: ['joined', 'waiting', 'reconnecting', 'left', 'failed', 'authorizing'],
  // From before the host into the waiting room.
  waiting: ['joined', 'waiting', 'reconnecting', 'left', 'failed', 'authorizing'],
  joined: ['waiting', 'reconnecting', 'left', 'failed', 'authorizing'],
  reconnecting: ['joined', 'waiting', 'left', 'failed', 'authorizing'],
  left: ['authorizing', 'failed'],
  failed: ['authorizing', 'failed'],
} as const satisfies Record<MeetingStatus, readonly MeetingStatus[]>;

export function canFollow(from: MeetingStatus, to: MeetingStatus): boolean {
  return to === 'idle' || (NEXT[from] as readonly MeetingStatus[]).includes(to);
}
