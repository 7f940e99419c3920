import type { FrameEnd } from '../sdk/frame/frame.ts';

/** The time in which they count, in ms. */
const COUNTED_MS = 60_000;
const MOST_RELOADS = 5;

/** The frames of a session that went by themselves. */
export class FrameEnds {
  #ends: readonly { readonly why: FrameEnd; readonly at: number }[] = [];

  /**
   * Counts one. `delay`: how long to wait before the next try, in ms: twice nothing, then longer each time. `null`: it has
   * reloaded itself too often for another.
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
