import type { BenchApp } from './build.ts';
import type { Bench, BenchPage, Conditions } from './harness.ts';

/** How many times slower the page's CPU is, so that differences become visible. */
export const CPU_THROTTLING = 4;
/** How long the mouse is over the button before the click, in ms. */
const INTENT_MS = 500;

// Polls rarely, because each check takes some of the page's time.
export const SELDOM = { timeout: 60_000, polling: 250 };

/** The times of a page that does not join, in ms since it was opened. */
export interface PageTimes {
  firstPaint: number;
  /** When the button can be clicked. */
  ready: number;
  /**
   * The time that tasks took beyond 50 ms each, from the opening on, because tasks before the first paint delay it.
   */
  blocking: number;
}

/**
 * Opens the page, which clicks its button. Resolves to when it had joined and when the meeting was visible, both in ms
 * since the page was opened.
 *
 * @param click How long the page takes before it clicks, in ms. Default: it clicks at once.
 */
export async function openAndJoin(
  bench: Bench,
  app: BenchApp,
  { signature, click = 0, ...conditions }: { signature: number; click?: number } & Conditions,
): Promise<{ joined: number; seen: number }> {
  bench.zoom.reset();
  const { page, close } = await bench.open(app, `click=${click}&signature=${signature}`, conditions);
  await page.waitForFunction(() => window.marks.seen !== undefined, undefined, SELDOM);
  const { connected = 0, seen = 0 } = await page.evaluate(() => window.marks);
  await close();
  return { joined: connected, seen };
}

/** Opens the page and waits until it is idle. Then clicks, if asked to. */
export async function openAndIdle(
  bench: Bench,
  app: BenchApp,
  clicks: boolean,
): Promise<PageTimes & { clickToJoined: number }> {
  bench.zoom.reset();
  const opened = await bench.open(app, '', { throttling: CPU_THROTTLING });
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

/** Measures how long a join that may be prepared takes from the click to the meeting, in ms. */
export async function openAndPrepare(
  bench: Bench,
  app: BenchApp,
  preload: 'intent' | 'mount',
): Promise<number> {
  bench.zoom.reset();
  const opened = await bench.open(app, `preload=${preload}`, { throttling: CPU_THROTTLING });
  await untilIdle(opened);
  const clickToJoined = await clickAndJoin(opened, preload === 'intent' ? INTENT_MS : 0);
  await opened.close();
  return clickToJoined;
}

/** Waits until the button is ready and there has been no long task for a second. */
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

/** Clicks with the mouse as a user would: moves it over the button first, and presses a moment later. */
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
