import type { Page } from 'playwright';
import type { Check } from './motion.ts';

const SIZES = [
  [900, 600],
  [480, 360],
  [320, 240],
  [240, 180],
] as const;

/** For each step, in ms, because a busy machine may take a while. */
const timeout = 5_000;

/** The buttons that open a popup, by their English titles. */
const BUTTONS = ['Participants', 'Settings', 'Meeting Information', 'More', 'Leave'] as const;

/**
 * Opens each of the SDK's popups with a real click, in large and small boxes, checks where it is, and closes it.
 */
export async function checkPopups(page: Page): Promise<Check[]> {
  const checks: Check[] = [];
  const frame = page.frameLocator('iframe');
  await page.evaluate(async () => {
    await window.fit.people(9);
    await window.fit.handle?.client?.setViewType('gallery');
  });
  for (const [width, height] of SIZES) {
    await page.evaluate(([across, down]) => window.fit.resize(across, down), [width, height] as const);
    await page.evaluate(() => window.fit.settled(({ overflow }) => overflow === 0));
    for (const button of BUTTONS) {
      const found: string[] = [];
      const popup = frame.locator('body > [data-popper-placement]:not([role=tooltip])');
      try {
        await frame.locator(`#zoom button[title="${button}"]`).click({ timeout });
        await popup.first().waitFor({ timeout });
        found.push(...(await outside(page)));
        const close = popup.getByRole('button', { name: 'Close', exact: true });
        if ((await close.count()) > 0) await close.click({ timeout });
        // The menu closes when the pointer is used elsewhere. The prompt whether to leave closes by the keyboard.
        else if (button === 'More') await page.mouse.click(width / 2, 20);
        else await page.keyboard.press('Escape');
        await popup.first().waitFor({ state: 'detached', timeout });
      } catch (error) {
        found.push(String(error));
      }
      checks.push({ name: `${button} opens inside ${width}×${height}, and closes`, found });
    }
  }
  return checks;
}

/** Returns by how much the popup overflows the frame once it has stopped moving. */
async function outside(page: Page): Promise<string[]> {
  const over = await page.evaluate(async () => {
    const { document } = window.fit.frame;
    const { clientWidth, clientHeight } = document.documentElement;
    const look = () => {
      const popups = [...document.querySelectorAll('body > [data-popper-placement]:not([role=tooltip])')];
      return popups.map((popup) => {
        const { left, top, right, bottom } = popup.getBoundingClientRect();
        return Math.round(Math.max(0, -left, -top, right - clientWidth, bottom - clientHeight));
      });
    };
    let last = '';
    for (let frames = 0; frames < 60; frames += 1) {
      const now = JSON.stringify(look());
      if (now === last && look().every((px) => px === 0)) break;
      last = now;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return Math.max(...look());
  });
  return over > 0 ? [`stands over by ${over} px`] : [];
}
