import { type Remedy, ZoomJoinError, type ZoomJoinErrorCode } from '../../../src/failures/zoom-join-error.ts';
import type { LeftReason, MeetingState, ScheduledTry } from '../../../src/session/api/status.ts';

/** A moment of a meeting that has a screen. */
export interface Moment {
  readonly state: MeetingState;
  readonly next?: ScheduledTry | null;
  /** Whether the screen has been visible for longer than a join takes. */
  readonly isSlow?: boolean;
}

const failed = (
  code: ZoomJoinErrorCode,
  userMessage: string,
  details: { url?: string; remedies?: readonly Remedy[] } = {},
): Moment => ({
  state: {
    status: 'failed',
    error: new ZoomJoinError(code, 'For the developer.', { userMessage, ...details }),
  },
});
const left = (reason: LeftReason): Moment => ({ state: { status: 'left', reason } });

/** The time at which all screenshots are taken. */
export const NOW = new Date('2026-06-01T12:00:00Z').valueOf();
const in7s = (code: ZoomJoinErrorCode, userMessage: string): ScheduledTry => ({
  at: NOW + 7_000,
  error: new ZoomJoinError(code, 'For the developer.', { userMessage }),
});

const NO_CONNECTION = 'Zoom can’t be reached. Please check your connection and try again.';

export const MOMENTS: Readonly<Record<string, Moment>> = {
  idle: { state: { status: 'idle' } },
  authorizing: { state: { status: 'authorizing' } },
  loading: { state: { status: 'loading' } },
  joining: { state: { status: 'joining' } },
  'joining-slow': { state: { status: 'joining' }, isSlow: true },
  'joining-retry': { state: { status: 'joining' }, next: in7s('connection-failed', NO_CONNECTION) },
  waiting: {
    state: { status: 'waiting', for: 'host' },
    next: in7s('not-started', 'The host has not started this meeting.'),
  },
  'waiting-trying': { state: { status: 'waiting', for: 'host' } },
  reconnecting: { state: { status: 'reconnecting' } },
  'reconnecting-retry': { state: { status: 'reconnecting' }, next: in7s('connection-failed', NO_CONNECTION) },
  'left-user': left('user'),
  'left-removed': left('removed'),
  'left-ended': left('ended'),
  'left-time-limit': left('time-limit'),
  'left-elsewhere': left('elsewhere'),
  'left-other': left('other'),
  failed: failed('wrong-passcode', 'The passcode of this meeting was not accepted.'),
  'failed-long': failed(
    'sdk-blocked',
    'Something in your browser or network blocks Zoom. Please check your blockers, or try another network.',
  ),
  'failed-lost': failed('connection-lost', 'The connection to the meeting was lost. Please try again.'),
  'failed-link': failed('registration-required', 'This meeting asks you to register first.', {
    url: 'https://zoom.us/webinar/register/WN_example',
  }),
  'failed-phone': failed(
    'phone-unsupported',
    'This meeting can’t be shown on a phone. Please use a computer or the Zoom app.',
    { remedies: ['app', 'other-browser'] },
  ),
  'failed-app': failed(
    'sdk-load-failed',
    'Zoom couldn’t be loaded. Please check your connection, and any blocker in your browser.',
    { remedies: ['retry', 'app'] },
  ),
};

export function moment(name: string): Moment {
  const found = MOMENTS[name];
  if (found === undefined) throw new Error(`There is no moment ${name}.`);
  return found;
}
