import { chromium } from 'playwright';
import { launchOptions } from '../../support/chromium.ts';
import type { Driver } from './driver.ts';

/** @param args More arguments for Chromium. */
export async function startChromium(args: readonly string[]): Promise<Driver> {
  const browser = await chromium.launch(launchOptions(args));
  return {
    async newTab() {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        viewport: { width: 1000, height: 640 },
      });
      const page = await context.newPage();
      return {
        open: async (url) => void (await page.goto(url)),
        evaluate: (run, ...args) => page.evaluate(`(${String(run)})(...${JSON.stringify(args)})`),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
