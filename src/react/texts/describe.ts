import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { LeftReason, MeetingState, ScheduledTry } from '../../session/api/status.ts';
import type { Labels } from './labels.ts';

/** The text of an error for the user. */
export const sentence = ({ code, userMessage }: ZoomJoinError, labels: Labels): string =>
  labels.errors[code] ?? userMessage;

export const failureTitle = ({ code }: ZoomJoinError, labels: Labels): string =>
  code === 'connection-lost' ? labels.connectionLost : labels.failed;

/** The text that says why the meeting is over. */
export const leftText = (reason: LeftReason, { left }: Labels): string =>
  (left as Partial<Record<LeftReason, string>>)[reason] ?? left.user;

/** Describes a status in words, for the name of its screen and for screen readers. */
export function describeState(state: MeetingState, next: ScheduledTry | null, labels: Labels): string {
  switch (state.status) {
    case 'idle':
      return '';
    case 'waiting':
      return state.for === 'host' ? labels.waitingForHost : labels.waitingForAdmission;
    case 'left':
      return leftText(state.reason, labels);
    case 'failed':
      return `${failureTitle(state.error, labels)}. ${sentence(state.error, labels)}`;
    default:
      return next ? sentence(next.error, labels) : labels[state.status];
  }
}
