import { call } from './api/handlers.ts';
import type { JoinSteps, MeetingOptions } from './api/options.ts';
import type { MeetingState } from './api/status.ts';

/**
 * Reports a status to the app: calls `onStatusChange` first, then the handler for this status, unless the first
 * call has led to another status.
 */
export function announce(
  options: MeetingOptions,
  state: MeetingState,
  isCurrent: () => boolean,
  { stepsMs, durationMs }: { stepsMs: JoinSteps; durationMs: number },
): void {
  call(options, 'onStatusChange', state);
  if (!isCurrent()) return;
  if (state.status === 'joined') call(options, 'onJoined', { stepsMs });
  else if (state.status === 'waiting') call(options, 'onWaiting', { for: state.for });
  else if (state.status === 'reconnecting') call(options, 'onReconnecting', undefined);
  else if (state.status === 'left') call(options, 'onLeft', { reason: state.reason, durationMs });
}
