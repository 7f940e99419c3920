import { type Memory, memoryOf } from '../test/support/memory.ts';
import type { Bench, Contender } from './harness.ts';

/** How long to wait for a join, in ms. Without throttling, a join takes less than one second, or it never ends. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 200;
const WARM_UP = 5;

export interface Growth {
  readonly before: Memory;
  readonly after: Memory;
}

/** Measures what this many meetings in one page, one after another, leave behind. */
export async function growth(bench: Bench, app: Contender, meetings: number): Promise<Growth> {
  bench.zoom.reset();
  const { page, cdp, close } = await bench.open(app);
  await page.waitForFunction(() => window.marks.ready !== undefined);
  const click = () => page.evaluate(() => document.querySelector('button')?.click());
  const meet = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await page.evaluate(() => delete window.marks.connected);
      await click();
      await page
        .waitForFunction(() => window.marks.connected !== undefined, undefined, { timeout: PATIENCE_MS })
        .catch(() => {});
      await click();
      await page.waitForTimeout(PAUSE_MS);
    }
    // Delayed cleanup may take some time.
    await page.waitForTimeout(2_000);
    return memoryOf(cdp);
  };
  const before = await meet(WARM_UP);
  const after = await meet(meetings);
  await close();
  return { before, after };
}
