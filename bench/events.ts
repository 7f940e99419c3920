import type { CDPSession } from 'playwright';
import { crowd, stir } from '../test/support/crowd.ts';
import type { Bench, BenchPage, Contender } from './harness.ts';

const PER_SECOND = 500;
const STIR_MS = 3_000;
const SAMPLE_US = 200;

/** What an event costs the page's main thread, in ms. */
export interface EventCost {
  /** All that is done for it, the SDK's part among it. */
  readonly total: number;
  /** What the app's own scripts do, and what they have others do. Nonsense where the SDK is in one of them. */
  readonly own: number;
}

/** Joins a meeting of so many people, has 500 things a second happen, and weighs them. Nobody listens. */
export async function costOfEvent(bench: Bench, app: Contender, people: number): Promise<EventCost> {
  bench.zoom.reset({ people: crowd(people) });
  const opened = await bench.open(app, 'click');
  const { page, cdp } = opened;
  await page.waitForFunction(() => window.marks.connected !== undefined);
  await cdp.send('Performance.enable');
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  // The screens have gone, the SDK has drawn.
  await page.waitForTimeout(2_000);

  const idle = await busyFor(opened, () => page.waitForTimeout(1_000));
  await cdp.send('Profiler.start');
  const stirring = await busyFor(opened, async () => {
    await stir(bench.zoom.service, PER_SECOND, STIR_MS);
    await untilDone(cdp);
  });
  const { profile } = await cdp.send('Profiler.stop');
  const { origin } = new URL(page.url());
  await opened.close();
  const events = (PER_SECOND * STIR_MS) / 1000;
  return {
    total: (stirring.busy - (idle.busy / idle.ms) * stirring.ms) / events,
    own: ownTime(profile, origin) / events,
  };
}

/** For how long the main thread was busy while something was done, and how long that took. In ms. */
async function busyFor({ cdp }: BenchPage, work: () => Promise<void>): Promise<{ busy: number; ms: number }> {
  const [before, start] = [await taskTime(cdp), performance.now()];
  await work();
  return { busy: (await taskTime(cdp)) - before, ms: performance.now() - start };
}

async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** What was too much to be done in time is done later: until the main thread has nothing to do half of the time. */
async function untilDone(cdp: CDPSession): Promise<void> {
  for (let before = await taskTime(cdp); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await taskTime(cdp);
    if (now - before < 150) return;
    before = now;
  }
}

interface Profile {
  readonly nodes: readonly { id: number; callFrame: { url: string }; children?: number[] }[];
  readonly samples?: number[];
  readonly timeDeltas?: number[];
}

/** How long functions of this origin were on the stack, in ms. */
function ownTime({ nodes, samples = [], timeDeltas = [] }: Profile, origin: string): number {
  const own = new Set<number>();
  // A parent comes before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.startsWith(origin)) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  return samples.reduce((sum, id, index) => sum + (own.has(id) ? (timeDeltas[index] ?? 0) : 0), 0) / 1000;
}
