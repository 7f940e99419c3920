import type { CDPSession } from 'playwright';
import { crowd, stir } from '../test/support/crowd.ts';
import type { Bench, BenchPage, Contender } from './harness.ts';

const PER_SECOND = 500;
const STIR_MS = 3_000;
const SAMPLE_US = 200;

/** How much main-thread time an event costs the page, in ms. */
export interface EventCost {
  /** Everything that the event causes, including the SDK's work. */
  readonly total: number;
  /**
   * The work of the app's own scripts and of what they call. Meaningless if the SDK is bundled into one of them.
   */
  readonly own: number;
}

/**
 * Joins a meeting with this many people, generates 500 events per second, and measures their cost. The app has no
 * listeners.
 */
export async function costOfEvent(bench: Bench, app: Contender, people: number): Promise<EventCost> {
  bench.zoom.reset({ people: crowd(people) });
  const opened = await bench.open(app, 'click');
  const { page, cdp } = opened;
  await page.waitForFunction(() => window.marks.connected !== undefined);
  await cdp.send('Performance.enable');
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  // By then, the screens are gone and the SDK has rendered.
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

/** Returns for how long the main thread was busy during `work`, and how long `work` took, in ms. */
async function busyFor({ cdp }: BenchPage, work: () => Promise<void>): Promise<{ busy: number; ms: number }> {
  const [before, start] = [await taskTime(cdp), performance.now()];
  await work();
  return { busy: (await taskTime(cdp)) - before, ms: performance.now() - start };
}

async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Waits for work that could not be done in time, until the main thread is idle at least half of the time. */
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

/** Returns for how long functions of this origin were on the stack, in ms. */
function ownTime({ nodes, samples = [], timeDeltas = [] }: Profile, origin: string): number {
  const own = new Set<number>();
  // In `nodes`, a parent comes before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.startsWith(origin)) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  return samples.reduce((sum, id, index) => sum + (own.has(id) ? (timeDeltas[index] ?? 0) : 0), 0) / 1000;
}
