import type { CDPSession, Frame, Page } from 'playwright';
import { propOf, SDK_EVENTS } from '../../src/sdk/client/events.ts';
import { installStores } from './stores.ts';
import { installWitness, LIFECYCLE } from './witness.ts';

/** The places where a secret could be found, and the text that was there. */
export type Findings = Record<string, string>;

/** Whether a host is Zoom's, or stands in for one of its meeting servers. */
const isZooms = (host: string): boolean => /(^|\.)zoom\.us$|\.example$|\.cloudfront\.net$/.test(host);

/** Returns the markup, the values of its fields, and the content of shadow roots. */
const MARKUP = () => {
  const parts: string[] = [];
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      if ('value' in element) parts.push(String(element.value));
      if (element.shadowRoot !== null) {
        parts.push(element.shadowRoot.innerHTML);
        look(element.shadowRoot);
      }
    }
  };
  look(document);
  return document.documentElement.outerHTML + parts.join('\n');
};

const ADDRESS = () =>
  [location.href, document.title, document.referrer, window.name, JSON.stringify(history.state)].join('\n');

/** What the browser remembers of the last match of any regular expression, for every script of the page. */
const LAST_MATCH = () => {
  const { input, lastMatch, lastParen, leftContext, rightContext } = RegExp as unknown as Record<
    string,
    string
  >;
  return [input, lastMatch, lastParen, leftContext, rightContext].join('\n');
};

const TIMINGS = () =>
  performance
    .getEntries()
    .map(({ name }) => name)
    .join('\n');

/**
 * Everything in a page and its meeting that another user, another script or a log could see. It includes what the
 * browser stores for the page's origin, which every tab shares.
 */
export class Places {
  readonly #page: Page;
  readonly #said: string[] = [];
  readonly #elsewhere: string[] = [];
  readonly #toZoom: string[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Call this before the page is opened. */
  static async watch(page: Page): Promise<Places> {
    const places = new Places(page);
    await page.addInitScript(installWitness);
    await page.addInitScript(installStores);
    page.on('console', (message) => places.#said.push(message.text(), message.location().url));
    page.on('pageerror', (error) => places.#said.push(String(error), error.stack ?? ''));
    page.on('request', (request) => {
      const { protocol, host, pathname } = new URL(request.url());
      if (!/^https?:$/.test(protocol) || pathname === '/api/signature') return;
      if (isZooms(host)) places.#toZoom.push(request.url());
      else places.#elsewhere.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '');
    });
    page.on('websocket', (socket) => {
      (isZooms(new URL(socket.url()).host) ? places.#toZoom : places.#elsewhere).push(socket.url());
    });
    return places;
  }

  /** The names of the handlers that the app passes, one for each event. */
  static get handlerNames(): string[] {
    return [...LIFECYCLE, ...SDK_EVENTS.map(propOf)];
  }

  get #frames(): Frame[] {
    return this.#page.frames().filter((frame) => frame !== this.#page.mainFrame());
  }

  async search(): Promise<Findings> {
    const page = this.#page;
    const frames = this.#frames;
    const inFrames = async (read: () => string): Promise<string> =>
      // A frame may be removed while it is being read.
      (await Promise.all(frames.map((frame) => frame.evaluate(read).catch(() => '')))).join('\n');
    // First of all: reading the other places may use regular expressions, too.
    const lastMatch = await page.evaluate(LAST_MATCH);
    const [pageTree, frameTree] = await this.#accessibility();
    return {
      'last match of a RegExp': lastMatch,
      'DOM of the page': await page.evaluate(MARKUP),
      'DOM of the frame': await inFrames(MARKUP),
      'accessibility tree of the page': pageTree,
      'accessibility tree of the frame': frameTree,
      'props and state of React': await page.evaluate(() =>
        window.witness.react(document.querySelector('#box') ?? document.body),
      ),
      'URL, title and history': (await page.evaluate(ADDRESS)) + (await inFrames(ADDRESS)),
      // Scripts can't read all of them.
      cookies: JSON.stringify(await page.context().cookies()),
      localStorage: await page.evaluate(() => JSON.stringify({ ...localStorage })),
      sessionStorage: await page.evaluate(() => JSON.stringify({ ...sessionStorage })),
      IndexedDB: await page.evaluate(async () => window.stores.textOf(await window.stores.databases())),
      caches: await page.evaluate(() => window.stores.caches()),
      'private files': await page.evaluate(() => window.stores.files()),
      'resource timings of the page': await page.evaluate(TIMINGS),
      'resource timings of the frame': await inFrames(TIMINGS),
      console: this.#said.join('\n'),
      'payloads of the handlers': await page.evaluate(() => window.witness.heard.join('\n')),
      errors: await page.evaluate(() =>
        window.app.errors.map((error) => window.witness.describe(error)).join('\n'),
      ),
      'the handle': await page.evaluate(readHandle),
      'requests elsewhere': this.#elsewhere.join('\n'),
      'URLs of requests to Zoom': this.#toZoom.join('\n'),
    };
  }

  async #accessibility(): Promise<[page: string, frame: string]> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const ofPage = await readTree(session);
    const ofFrames: string[] = [];
    for (const { frame } of frameTree.childFrames ?? []) ofFrames.push(await readTree(session, frame.id));
    await session.detach();
    return [ofPage, ofFrames.join('\n')];
  }
}

async function readTree(session: CDPSession, frameId?: string): Promise<string> {
  // A frame may be removed while it is being read.
  const tree = await session
    .send('Accessibility.getFullAXTree', frameId === undefined ? {} : { frameId })
    .catch(() => undefined);
  return JSON.stringify(tree ?? '');
}

/** Returns everything that the handle and its client return when they are asked. */
function readHandle(): string {
  const { handle } = window.app;
  const answers: unknown[] = [handle];
  for (const [name, method] of Object.entries(handle?.client ?? {})) {
    if (/^(get|is)/.test(name)) answers.push((method as () => unknown)());
  }
  return window.witness.describe(answers);
}
