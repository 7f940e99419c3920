import type { Page } from 'playwright';
import type { ZoomView } from '../../src/sdk/init/init-options.ts';
import type { Layout } from './app/main.tsx';
import type { Motion } from './app/motion.ts';

export interface Check {
  readonly name: string;
  readonly found: readonly string[];
}

const DRAGS: readonly (readonly [ZoomView, readonly [number, number], readonly [number, number]])[] = [
  ['gallery', [1200, 700], [240, 180]],
  ['gallery', [300, 700], [1200, 250]],
  ['speaker', [1200, 700], [320, 480]],
  ['ribbon', [900, 600], [260, 300]],
];

/**
 * Checks each painted frame while a box is dragged, while people join and leave, and with another device pixel
 * ratio and zoom.
 */
export async function checkMotion(page: Page, layout: Layout): Promise<Check[]> {
  const checks: Check[] = [];
  const show = (view: ZoomView) =>
    page.evaluate((wanted) => window.fit.handle?.client?.setViewType(wanted), view);
  await page.evaluate(() => window.fit.people(5));
  for (const [view, from, to] of DRAGS) {
    if (layout === 'legacy' && view !== 'gallery') continue;
    await show(view);
    const motion = await page.evaluate((sizes) => window.fit.drag(...sizes), [from, to] as const);
    checks.push({
      name: `${view} dragged from ${from.join('×')} to ${to.join('×')} and back ${tell(motion)}`,
      found: wrong(motion),
    });
  }
  await page.evaluate(() => window.fit.resize(900, 600));
  for (const view of ['gallery', 'speaker', 'ribbon'] as const) {
    if (layout === 'legacy' && view !== 'gallery') continue;
    await show(view);
    const motion = await page.evaluate(() => window.fit.comeAndGo());
    checks.push({ name: `${view} while people come and go ${tell(motion)}`, found: wrong(motion) });
  }
  await show('gallery');
  checks.push(...(await checkZoom(page)));
  return checks;
}

const tell = ({ frames, overflow, tellsInOneFrame }: Motion): string =>
  `(${frames} frames, overflow ${overflow} px, sizes told in one frame: ${tellsInOneFrame})`;

function wrong({ overflow, tellsInOneFrame, tellsAfterwards }: Motion): string[] {
  const found: string[] = [];
  if (overflow > 0) found.push(`a frame was painted with ${overflow} px outside`);
  if (tellsInOneFrame > 1) found.push(`laid out ${tellsInOneFrame} times in one frame`);
  if (tellsAfterwards > 0) found.push(`laid out ${tellsAfterwards} times more afterwards`);
  return found;
}

async function checkZoom(page: Page): Promise<Check[]> {
  const checks: Check[] = [];
  const cdp = await page.context().newCDPSession(page);
  for (const ratio of [0.5, 1.25, 2]) {
    const metrics = { width: 1300, height: 740, mobile: false };
    await cdp.send('Emulation.setDeviceMetricsOverride', { ...metrics, deviceScaleFactor: ratio });
    checks.push({ name: `at ${ratio} device pixels to one px`, found: await stands(page) });
  }
  await cdp.send('Emulation.clearDeviceMetricsOverride');
  await cdp.detach();
  for (const zoom of ['0.67', '1.5', '1']) {
    await page.evaluate((value) => document.body.style.setProperty('zoom', value), zoom);
    checks.push({ name: `zoomed to ${zoom}`, found: await stands(page) });
  }
  return checks;
}

async function stands(page: Page): Promise<string[]> {
  const measured = await page.evaluate(() =>
    window.fit.settled(({ overflow, coverage }) => overflow === 0 && coverage > 0.95),
  );
  if (measured === undefined) return ['nothing is shown'];
  const { overflow, coverage, offCentre } = measured;
  return overflow === 0 && coverage > 0.95 && offCentre <= 1 ? [] : [JSON.stringify(measured)];
}
