import { seeded } from '../test/support/random.ts';
import type { Bench, Contender } from './harness.ts';

/** The component is unmounted at a random moment within this many ms. */
const WINDOW_MS = 1_500;
const PATIENCE_MS = 6_000;
/**
 * How long the meeting must stay visible, in ms. The first client may still clean up a second later and remove it.
 */
const STAYS_MS = 2_000;

/**
 * Counts the remounts that show the meeting. Each round opens a new page, unmounts at a random moment of a join,
 * mounts again, and checks that the meeting appears and stays.
 */
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
