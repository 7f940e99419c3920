import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { WINDOW } from './chromium.ts';
import { clearStorage } from './engines/clear-storage.ts';
import { ENGINE } from './engines/engine.ts';

export interface WarmWindowOptions {
  /** The headers of the pages that start warm, because isolated pages do not run in the process of others. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Options for the browser context, in addition to {@link WINDOW}. */
  readonly context?: BrowserContextOptions;
}

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
  #last: Promise<unknown> = Promise.resolve();

  private constructor(context: BrowserContext, opener: Page, origin: string) {
    this.context = context;
    this.#opener = opener;
    this.#origin = origin;
  }

  /**
   * @param home A URL of the origin whose pages start warm. It is not requested.
   */
  static async open(
    browser: Browser,
    home: string,
    { headers = {}, context: options }: WarmWindowOptions = {},
  ): Promise<WarmWindow> {
    const context = await browser.newContext({ ...WINDOW, ...options });
    const opener = await context.newPage();
    await opener.route(home, (route) => route.fulfill({ contentType: 'text/html', headers, body: '' }));
    await opener.goto(home);
    await opener.unrouteAll();
    return new WarmWindow(context, opener, new URL(home).origin);
  }

  get #pages(): Page[] {
    return this.context.pages().filter((page) => page !== this.#opener);
  }

  newPage(): Promise<Page> {
    // One after another, because the opener only tells that it has opened a page, not which call did.
    const page = this.#last.then(() => this.#open());
    this.#last = page.catch(() => {});
    return page;
  }

  async #open(): Promise<Page> {
    const opened = this.#opener.waitForEvent('popup');
    await this.#opener.evaluate(() => {
      const tab = open('about:blank');
      // Like a tab that a user opens, this one has no opener.
      if (tab) tab.opener = null;
    });
    return opened;
  }

  /** Closes the tabs, clears cookies, storage and (in Chromium) cache, and goes online. */
  async clear(): Promise<void> {
    await Promise.all(this.#pages.map((page) => page.close()));
    await this.context.setOffline(false);
    if (ENGINE !== 'chromium') {
      await this.context.clearCookies();
      await this.#opener.evaluate(clearStorage);
      return;
    }
    const session = await this.context.newCDPSession(this.#opener);
    await session.send('Network.clearBrowserCookies');
    await session.send('Network.clearBrowserCache');
    await session.send('Storage.clearDataForOrigin', { origin: this.#origin, storageTypes: 'all' });
    await session.detach();
  }
}
