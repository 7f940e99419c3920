import type { Browser, BrowserContext, Page } from 'playwright';
import { VIEWPORT } from './chromium.ts';

/**
 * A window whose tabs start warm. A page without content stays open in it and opens the tabs, so that they run in
 * its process. There, the SDK has been compiled for the first tab: a join costs a quarter of the CPU time that it
 * takes in a new process. Everything else is new in each tab. Only what the tabs of a window share outlives a tab,
 * and `clear` removes that.
 */
export class WarmWindow {
  readonly context: BrowserContext;
  readonly #opener: Page;
  readonly #origin: string;

  private constructor(context: BrowserContext, opener: Page, origin: string) {
    this.context = context;
    this.#opener = opener;
    this.#origin = origin;
  }

  /**
   * @param home A URL of the origin whose pages start warm. It is not requested.
   * @param headers The headers of the pages that start warm: isolated pages do not run in the process of others.
   */
  static async open(
    browser: Browser,
    home: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<WarmWindow> {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: VIEWPORT,
    });
    const opener = await context.newPage();
    await opener.route(home, (route) => route.fulfill({ contentType: 'text/html', headers, body: '' }));
    await opener.goto(home);
    await opener.unrouteAll();
    return new WarmWindow(context, opener, new URL(home).origin);
  }

  /** Whether the window has no tabs. */
  get isEmpty(): boolean {
    return this.#pages.length === 0;
  }

  get #pages(): Page[] {
    return this.context.pages().filter((page) => page !== this.#opener);
  }

  async newPage(): Promise<Page> {
    const opened = this.#opener.waitForEvent('popup');
    await this.#opener.evaluate(() => {
      const tab = open('about:blank');
      // Like a tab that a user opens, this one has no opener.
      if (tab) tab.opener = null;
    });
    return opened;
  }

  /** Closes the tabs, clears cookies, storage and cache, and goes online. */
  async clear(): Promise<void> {
    await Promise.all(this.#pages.map((page) => page.close()));
    await this.context.setOffline(false);
    const session = await this.context.newCDPSession(this.#opener);
    await session.send('Network.clearBrowserCookies');
    await session.send('Network.clearBrowserCache');
    await session.send('Storage.clearDataForOrigin', { origin: this.#origin, storageTypes: 'all' });
    await session.detach();
  }
}
