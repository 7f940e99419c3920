import type { JoinSteps } from './api/options.ts';
import type { MeetingStatus } from './api/status.ts';

/** When each status of a try was told, in ms. */
export type StatusTimes = Partial<Record<MeetingStatus, number>>;

/** A step that was over before the one ahead of it took no time. */
export function stepsOf(times: StatusTimes): JoinSteps {
  const { authorizing = 0, joining = authorizing, loading = joining } = times;
  return {
    authorizing: Math.round(loading - authorizing),
    loading: Math.round(joining - loading),
    joining: Math.round((times.waiting ?? times.joined ?? joining) - joining),
  };
}
