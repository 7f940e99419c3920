import { type Browser, firefox } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { WINDOW } from '../support/chromium.ts';
import { firefoxOptions } from '../support/engines/firefox.ts';
import { firstOf } from '../support/is-all.ts';
import { PageServer } from '../support/page-server.ts';

let browser: Browser;
let pages: PageServer;
afterEach(async () => {
  await browser.close();
  await pages.stop();
});

/** Joins a practice meeting. Resolves to the messages of the warnings, and the codes of what `diagnose()` finds. */
async function told(hasH264: boolean): Promise<{ warnings: string[]; found: string[] }> {
  pages = await PageServer.start();
  browser = await firefox.launch(firefoxOptions({ hasH264 }));
  const page = await (await browser.newContext(WINDOW)).newPage();
  await page.goto(pages.url('react-19'));
  return page.evaluate(async () => {
    const hasJoined = new Promise<void>((resolve) => window.app.onceIn('joined', resolve));
    window.app.mount({ sdk: 'practice' });
    await hasJoined;
    const { findings } = await window.app.diagnose({ sdk: '/zoom-sdk', timeout: 500 });
    return { warnings: [...window.app.warnings], found: findings.map(({ code }) => code) };
  });
}

describe('Firefox', () => {
  it('without H.264: the app is told, and what to do', async () => {
    const { warnings, found } = await told(false);
    expect(warnings).toEqual([expect.stringMatching(/H\.264.*video_webrtc_mode.*OpenH264/)]);
    expect(found).toContain('no-h264');
  });

  it.each(firstOf(0, ['it']))('with %s: nothing is told', async () => {
    const { warnings, found } = await told(true);
    expect(warnings).toEqual([]);
    expect(found).not.toContain('no-h264');
  });
});
