import type { FrameEnd } from '../sdk/frame/frame.ts';

/** How long the end of a frame counts, in ms. */
const COUNTED_MS = 60_000;
const MOST_RELOADS = 5;

/** Counts how often the frame of a session has ended without being removed by the session. */
export class FrameEnds {
  #ends: readonly { readonly why: FrameEnd; readonly at: number }[] = [];

  /**
   * Counts one. `delay` is the pause before the next attempt, in ms: 0 for the first two, then longer each time. It
   * is `null` if the frame has reloaded itself too often for another attempt.
   */
  add(why: FrameEnd): { readonly delay: number | null; readonly reloads: number } {
    const now = performance.now();
    this.#ends = [...this.#ends.filter(({ at }) => at > now - COUNTED_MS), { why, at: now }];
    const times = this.#ends.length;
    const reloads = this.#ends.filter((end) => end.why === 'reloaded').length;
    const isOver = why === 'reloaded' && reloads > MOST_RELOADS;
    return { delay: isOver ? null : times < 3 ? 0 : 1_000 * 2 ** Math.min(times - 3, 4), reloads };
  }
}
