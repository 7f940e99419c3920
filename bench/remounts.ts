import { seeded } from '../test/support/random.ts';
import type { Bench, Contender } from './harness.ts';

/** The unmount comes at a random moment of this many ms. */
const WINDOW_MS = 1_500;
const PATIENCE_MS = 6_000;
/** What the first client still clears away a second later counts, too. */
const STAYS_MS = 2_000;

/** Unmount at a random moment of a join, mount again: does the meeting show, and stay? Each on a fresh page. */
export async function countRemounts(bench: Bench, app: Contender, rounds: number): Promise<number> {
  const random = seeded(7);
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    bench.zoom.reset();
    const { page, close } = await bench.open(app);
    const button = page.getByRole('button', { name: 'Join' });
    await button.click();
    await page.waitForTimeout(random() * WINDOW_MS);
    await button.click();
    await button.click();
    const isShown = async () => {
      const texts = await Promise.all(
        page.frames().map((frame) => frame.evaluate('document.body.innerText').catch(() => '')),
      );
      return texts.some((text) => String(text).includes('Grace Hopper'));
    };
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline && !(await isShown())) await page.waitForTimeout(200);
    await page.waitForTimeout(STAYS_MS);
    if (await isShown()) count += 1;
    await close();
  }
  return count;
}
