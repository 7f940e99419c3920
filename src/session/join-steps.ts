import type { JoinSteps } from './api/options.ts';
import type { MeetingStatus } from './api/status.ts';

/** When an attempt reached each status, in ms, as `performance.now()` returns it. */
export type StatusTimes = Partial<Record<MeetingStatus, number>>;

/** Returns how long each step took. A step that ended before the previous one did took 0 ms. */
export function stepsOf(times: StatusTimes): JoinSteps {
  const { authorizing = 0, joining = authorizing, loading = joining } = times;
  return {
    authorizing: Math.round(loading - authorizing),
    loading: Math.round(joining - loading),
    joining: Math.round((times.waiting ?? times.joined ?? joining) - joining),
  };
}
