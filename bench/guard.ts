import { crowd } from '../test/support/crowd.ts';
import type { Bench } from './harness.ts';
import { CPU_THROTTLING, SELDOM } from './start.ts';

declare global {
  interface Window {
    /** How long the observers that watch whole documents have taken, in ms. */
    watched?: number;
  }
}

/** What the guard of the secrets takes of a join. */
export interface GuardCost {
  /** How long it took until the meeting was seen, in ms. */
  readonly guard: number;
  /** How long opening the page and joining took, in ms. */
  readonly joined: number;
}

/** Measures the guard while a page joins a meeting with this many people. */
export async function costOfGuard(bench: Bench, people: number): Promise<GuardCost> {
  bench.zoom.reset({ people: crowd(people) });
  const throttling = { throttling: CPU_THROTTLING };
  const opened = await bench.open('ours', 'click=0&signature=0', { ...throttling, prepare: watchObservers });
  const { page } = opened;
  await page.waitForFunction(() => window.marks.seen !== undefined, undefined, SELDOM);
  const joined = await page.evaluate(() => window.marks.connected ?? 0);
  const guard = await page
    .frames()
    .at(-1)
    ?.evaluate(() => window.watched ?? 0);
  await opened.close();
  return { guard: guard ?? 0, joined };
}

/** Runs in each frame. The guard is the only observer that watches all attributes of a whole document. */
function watchObservers(): void {
  const Native = window.MutationObserver;
  window.MutationObserver = class extends Native {
    #isWhole = false;
    constructor(callback: MutationCallback) {
      super((records, observer) => {
        const started = performance.now();
        callback(records, observer);
        if (this.#isWhole) window.watched = (window.watched ?? 0) + performance.now() - started;
      });
    }
    override observe(target: Node, options: MutationObserverInit = {}): void {
      this.#isWhole = options.attributes === true && options.attributeFilter === undefined;
      super.observe(target, options);
    }
  };
}
