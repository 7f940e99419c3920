import type { Page } from 'playwright';
import type { FixtureReact } from './fixture-apps.ts';
import { type Harness, meetingText } from './harness.ts';
import { seeded } from './random.ts';

/** The first unmount happens at a random moment within this many ms. */
const WINDOW_MS = 2_000;
const PATIENCE_MS = 30_000;

export interface CampaignResult {
  shown: number;
  rounds: number;
  /** The number and the delay of each failed round, and what was seen instead. */
  failures: string[];
}

/**
 * Mounts, unmounts at a random moment within two seconds, and mounts again: the meeting must appear. Then it
 * unmounts, and nothing must be left behind.
 */
export async function runCampaign(
  harness: Harness,
  react: FixtureReact,
  rounds: number,
  seed: number,
  onRound: (round: number, result: CampaignResult) => void = () => {},
): Promise<CampaignResult> {
  const random = seeded(seed);
  const { page, close } = await harness.open(react);
  const result: CampaignResult = { shown: 0, rounds: 0, failures: [] };
  for (let round = 0; round < rounds; round += 1) {
    const delay = Math.round(random() * WINDOW_MS);
    const failure = await remount(page, delay);
    result.rounds += 1;
    if (failure === undefined) result.shown += 1;
    else result.failures.push(`round ${round} (unmounted after ${delay} ms): ${failure}`);
    onRound(round, result);
  }
  await close();
  return result;
}

async function remount(page: Page, delay: number): Promise<string | undefined> {
  await page.evaluate(() => window.app.mount());
  await page.waitForTimeout(delay);
  await page.evaluate(() => window.app.unmount());
  await page.evaluate(() => window.app.mount());
  try {
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('[data-zoom-join]')?.dataset['status'] === 'joined',
      undefined,
      { timeout: PATIENCE_MS },
    );
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await meetingText(page)).includes('Grace Hopper')) {
      if (Date.now() > deadline) return 'joined, but the meeting is not to be seen';
      await page.waitForTimeout(50);
    }
  } catch {
    const log = await page.evaluate(() => window.app.log.slice(-8).join(' '));
    return `no meeting after ${PATIENCE_MS / 1000} s: ${log}`;
  }
  const frames = await page.evaluate(() => {
    const inMeeting = document.querySelectorAll('iframe').length;
    window.app.unmount();
    return [inMeeting, document.querySelectorAll('iframe').length];
  });
  return frames[0] === 1 && frames[1] === 0
    ? undefined
    : `iframes in the meeting and after it: ${frames.join(', ')}`;
}
