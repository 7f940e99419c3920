import type { Browser, BrowserContext, Page } from 'playwright';
import { VIEWPORT } from './chromium.ts';

/**
 * A window whose tabs start warm. A page without content stays in it and opens them, so they run in its process, in which
 * the SDK has been compiled for the first of them: a join costs a quarter of the CPU time that it does in a new process.
 * All else is new in each of them: nothing of a tab outlives it but what the tabs of a window share, which `clear` forgets.
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
   * @param home Pages of its origin start warm. It is not asked for.
   * @param headers Of a page that it starts warm: those that are isolated do not run in the process of others.
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

  /** It has no tabs. */
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
      // It knows of no opener, as a tab that a person opens.
      if (tab) tab.opener = null;
    });
    return opened;
  }

  /** Closes its tabs, forgets cookies, storage and cache, and is online. */
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
