import { WINDOW } from '../../support/chromium.ts';
import { clearStorage } from '../../support/engines/clear-storage.ts';
import { startProxy } from '../../support/engines/proxy.ts';
import { chordOf, WebKit } from '../../support/engines/webkit.ts';
import type { ZoomServer } from '../../support/zoom-server.ts';
import type { Driver, Json, Tab, TabOptions } from './driver.ts';

/** How long to wait for an element that can be clicked, in ms. */
const CLICK_MS = 30_000;

const unable = (what: string) => () =>
  Promise.reject(new Error(`The driver of WebKit cannot do this: ${what}.`));

/**
 * Starts WebKit as Debian builds it. Its windows share everything that the browser stores, and a window is closed
 * together with its tab.
 *
 * @param home A page of the server that serves the tests' pages.
 */
export async function startWebKit(zoom: ZoomServer, home: string): Promise<Driver> {
  const proxy = await startProxy(zoom.port);
  const browser = new Session(await WebKit.start({ proxy: proxy.url }), home);
  return {
    async newTab(options = {}) {
      return tabOf(browser, await browser.open(options));
    },
    visit: unable('open a page without a driver'),
    sleep: unable('stop every process'),
    reset: () => browser.reset(),
    async close() {
      await browser.close();
      proxy.stop();
    },
  };
}

/** Where a command is executed. */
interface Place {
  readonly window: string;
  /** Whether it is the page's only frame and not the page itself. */
  readonly isFrame: boolean;
}

/** A window that a test has opened. */
interface OwnWindow extends Place {
  readonly viewport: { readonly width: number; readonly height: number };
}

/** The commands of the session, each in its window, one after another: a session has one current window. */
class Session {
  readonly #webkit: WebKit;
  readonly #home: string;
  /** The windows that the tests have opened, and not a page. */
  readonly #ours = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();
  #current: Place | undefined;

  constructor(webkit: WebKit, home: string) {
    this.#webkit = webkit;
    this.#home = home;
  }

  /** Runs a function while the commands go to this place. */
  at<Result>(place: Place | undefined, run: (webkit: WebKit) => Promise<Result>): Promise<Result> {
    const result = this.#last.then(async () => {
      await this.#goTo(place);
      return run(this.#webkit);
    });
    this.#last = result.catch(() => {});
    return result;
  }

  async #goTo(place: Place | undefined): Promise<void> {
    if (place === undefined) return;
    const current = this.#current;
    if (current?.window === place.window && current.isFrame === place.isFrame) return;
    this.#current = undefined;
    await this.#webkit.call('/window', { handle: place.window });
    await this.#webkit.call('/frame', { id: null });
    if (place.isFrame) {
      const id = await this.#webkit.call('/element', { using: 'css selector', value: 'iframe' });
      await this.#webkit.call('/frame', { id });
    }
    this.#current = place;
  }

  /** Forgets in which place it is, because a page that has been loaded has other frames. */
  forget(): void {
    this.#current = undefined;
  }

  /** Opens a window of its own for a tab, because a tab in the background runs more slowly. */
  async open({ viewport = WINDOW.viewport, userAgent, before, touch }: TabOptions): Promise<OwnWindow> {
    if (userAgent !== undefined || before !== undefined || touch === true) {
      throw new Error('The driver of WebKit knows no userAgent, before or touch.');
    }
    const { handle } = await this.at(undefined, async (webkit) => {
      // The current window may have been closed.
      const [any] = (await webkit.call('/window/handles')) as string[];
      await webkit.call('/window', { handle: any });
      this.forget();
      return webkit.call('/window/new', { type: 'window' }) as Promise<{ handle: string }>;
    });
    this.#ours.add(handle);
    const place = { window: handle, isFrame: false, viewport };
    await this.at(place, async (webkit) => {
      const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight]';
      const [width = 0, height = 0] = (await webkit.call('/execute/sync', { script, args: [] })) as number[];
      await webkit.call('/window/rect', {
        width: viewport.width + width,
        height: viewport.height + height,
      });
    });
    return place;
  }

  isOurs(window: string): boolean {
    return this.#ours.has(window);
  }

  handles(): Promise<string[]> {
    return this.at(undefined, (webkit) => webkit.call('/window/handles') as Promise<string[]>);
  }

  /** Closes every window but one, and clears what the pages have stored. */
  async reset(): Promise<void> {
    const [kept, ...others] = await this.handles();
    // A window that its page has closed may still be in the list.
    for (const window of others) await this.at({ window, isFrame: false }, close).catch(() => {});
    this.forget();
    if (kept === undefined) return;
    this.#ours.add(kept);
    await this.at({ window: kept, isFrame: false }, async (webkit) => {
      await webkit.call('/url', { url: this.#home });
      await webkit.call('/cookie', undefined, 'DELETE');
      await evaluate(webkit, clearStorage, []);
    });
    this.forget();
  }

  close(): Promise<void> {
    return this.#webkit.close();
  }
}

const close = (webkit: WebKit) => webkit.call('/window', undefined, 'DELETE');

async function evaluate<Args extends readonly Json[], Result>(
  webkit: WebKit,
  run: (...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result> {
  const script = `const done = arguments[arguments.length - 1];
    Promise.resolve().then(() => (${String(run)})(...${JSON.stringify(args)})).then(
      (value) => done({ value }), (error) => done({ error: String(error) + '\\n' + error?.stack }));`;
  const { value, error } = (await webkit.call('/execute/async', { script, args: [] })) as {
    value?: Result;
    error?: string;
  };
  if (error !== undefined) throw new Error(error);
  return value as Result;
}

/** Evaluated in the page: returns the only element that matches, if nothing is in front of it. */
function find(selector: string): Element | null {
  const [, css = selector, text = ''] = /^(.*):has-text\("(.*)"\)$/.exec(selector) ?? [];
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const [element, another] = roots
    .flatMap((root) => [...root.querySelectorAll(css)])
    .filter((one) => one.textContent?.includes(text));
  if (element === undefined || another !== undefined || element.matches(':disabled')) return null;
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(x + width / 2, y + height / 2);
  return element.contains(top) ? element : null;
}

const within = (at: number, size: number) => Math.min(Math.max(at, 0), size - 1);

function tabOf(session: Session, place: OwnWindow): Tab {
  const at = <Result>(run: (webkit: WebKit) => Promise<Result>) => session.at(place, run);
  const go = async (path: string, body: object) => {
    await at((webkit) => webkit.call(path, body));
    session.forget();
  };
  const mouse = (action: object) =>
    at(async (webkit) => {
      const pointer = {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [action],
      };
      await webkit.call('/actions', { actions: [pointer] });
    });
  const move = (x: number, y: number, origin: object | 'viewport' = 'viewport') =>
    mouse({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin });
  const [down, up] = ['pointerDown', 'pointerUp'].map((type) => () => mouse({ type, button: 0 })) as [
    () => Promise<void>,
    () => Promise<void>,
  ];
  const tab: Tab = {
    open: (url) => go('/url', { url }),
    reload: () => go('/refresh', {}),
    back: () => go('/back', {}),
    async click(selector) {
      const script = `return (${String(find)})(...arguments)`;
      const deadline = Date.now() + CLICK_MS;
      let element: unknown = null;
      while (element === null) {
        if (Date.now() > deadline) throw new Error(`There is nothing to click on: ${selector}`);
        element = await at((webkit) => webkit.call('/execute/sync', { script, args: [selector] }));
      }
      await move(0, 0, element as object);
      await down();
      await up();
    },
    type: (text) => at((webkit) => webkit.press([...text].map((key) => [key]))),
    press: (key) => at((webkit) => webkit.press([chordOf(key)])),
    mouse: {
      // WebDriver refuses points outside of the page.
      move: (x, y) => move(within(x, place.viewport.width), within(y, place.viewport.height)),
      down,
      up,
    },
    evaluate: (run, ...args) => at((webkit) => evaluate(webkit, run, args)),
    inFrame: async () => tabOf(session, { ...place, isFrame: true }),
    setOffline: unable('go offline'),
    async opened() {
      const urls: string[] = [];
      for (const window of await session.handles()) {
        if (session.isOurs(window)) continue;
        urls.push(String(await session.at({ window, isFrame: false }, (webkit) => webkit.call('/url'))));
      }
      return urls;
    },
    listen: unable('hear the console'),
    answer() {
      throw new Error('The driver of WebKit cannot answer a question of the page.');
    },
    async another() {
      return tabOf(session, await session.open({}));
    },
    async close() {
      await at(close);
      session.forget();
    },
  };
  return tab;
}
