import type { BenchApp } from './build.ts';
import type { Bench, BenchPage } from './harness.ts';

/** What a page is made slower by, so that differences show. */
export const CPU_THROTTLING = 4;
/** How long before the click the mouse is on the button. */
const INTENT_MS = 500;

// Seldom: looking takes the page's time.
const SELDOM = { timeout: 60_000, polling: 250 };

/** Of a page that does not join, in ms since it was opened. */
export interface PageTimes {
  firstPaint: number;
  /** The button can be clicked. */
  ready: number;
  /** What tasks of more than 50 ms took beyond that, from the opening on: before the first paint they delay that. */
  blocking: number;
}

/** Opens the page, and clicks at once. Resolves to when it had joined, and when that was to be seen, in ms since then. */
export async function openAndJoin(
  bench: Bench,
  app: BenchApp,
  { signature, throttling }: { signature: number; throttling: number },
): Promise<{ joined: number; seen: number }> {
  bench.zoom.reset();
  const { page, close } = await bench.open(app, `click&signature=${signature}`, throttling);
  await page.waitForFunction(() => window.marks.seen !== undefined, undefined, SELDOM);
  const { connected = 0, seen = 0 } = await page.evaluate(() => window.marks);
  await close();
  return { joined: connected, seen };
}

/** Opens the page and lets it be; then, if asked to, clicks. */
export async function openAndIdle(
  bench: Bench,
  app: BenchApp,
  clicks: boolean,
): Promise<PageTimes & { clickToJoined: number }> {
  bench.zoom.reset();
  const opened = await bench.open(app, '', CPU_THROTTLING);
  await untilIdle(opened);
  const times = await opened.page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    ready: window.marks.ready ?? 0,
    blocking: window.blocking.total,
  }));
  const clickToJoined = clicks ? await clickAndJoin(opened, 0) : 0;
  await opened.close();
  return { ...times, clickToJoined };
}

/** With a join that may be prepared: how long from the click to the meeting, in ms. */
export async function openAndPrepare(
  bench: Bench,
  app: BenchApp,
  preload: 'intent' | 'mount',
): Promise<number> {
  bench.zoom.reset();
  const opened = await bench.open(app, `preload=${preload}`, CPU_THROTTLING);
  await untilIdle(opened);
  const clickToJoined = await clickAndJoin(opened, preload === 'intent' ? INTENT_MS : 0);
  await opened.close();
  return clickToJoined;
}

/** The button is there, and for a second there was no long task. */
async function untilIdle({ page }: BenchPage): Promise<void> {
  await page.waitForFunction(
    () => {
      const { ready } = window.marks;
      return ready !== undefined && performance.now() - Math.max(ready, window.blocking.until) > 1_000;
    },
    undefined,
    SELDOM,
  );
}

/** With a mouse, as a person would: moved there, and pressed a moment later. */
async function clickAndJoin({ page }: BenchPage, before: number): Promise<number> {
  const box = await page.locator('button').first().boundingBox();
  if (box === null) throw new Error('There is nothing to click.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (before > 0) await page.mouse.move(x, y);
  await page.waitForTimeout(before);
  await page.mouse.click(x, y);
  await page.waitForFunction(() => window.marks.connected !== undefined, undefined, SELDOM);
  const { clicked = 0, connected = 0 } = await page.evaluate(() => window.marks);
  return connected - clicked;
}
