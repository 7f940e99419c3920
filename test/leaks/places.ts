import type { CDPSession, Frame, Page } from 'playwright';
import { propOf, SDK_EVENTS } from '../../src/sdk/client/events.ts';
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

const TIMINGS = () =>
  performance
    .getEntries()
    .map(({ name }) => name)
    .join('\n');

async function readDatabases(): Promise<string> {
  const request = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const found: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await request(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const entries = database.transaction(store).objectStore(store);
      found.push(name, store, await request(entries.getAllKeys()), await request(entries.getAll()));
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  }
  return JSON.stringify(found);
}

/** Everything in a page and its meeting that another user, another script or a log could see. */
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

  get #frame(): Frame | undefined {
    return this.#page.frames().find((frame) => frame !== this.#page.mainFrame());
  }

  async search(): Promise<Findings> {
    const page = this.#page;
    const frame = this.#frame;
    const inFrame = async (read: () => string): Promise<string> =>
      (await frame?.evaluate(read).catch(() => '')) ?? '';
    const [pageTree, frameTree] = await this.#accessibility();
    return {
      'DOM of the page': await page.evaluate(MARKUP),
      'DOM of the frame': await inFrame(MARKUP),
      'accessibility tree of the page': pageTree,
      'accessibility tree of the frame': frameTree,
      'props and state of React': await page.evaluate(() =>
        window.witness.react(document.querySelector('#box') ?? document.body),
      ),
      'URL, title and history': (await page.evaluate(ADDRESS)) + (await inFrame(ADDRESS)),
      cookies: await page.evaluate(() => document.cookie),
      localStorage: await page.evaluate(() => JSON.stringify({ ...localStorage })),
      sessionStorage: await page.evaluate(() => JSON.stringify({ ...sessionStorage })),
      'IndexedDB and caches': await page.evaluate(readDatabases),
      'resource timings of the page': await page.evaluate(TIMINGS),
      'resource timings of the frame': await inFrame(TIMINGS),
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
    const child = frameTree.childFrames?.[0]?.frame.id;
    const trees: [string, string] = [
      await readTree(session),
      child === undefined ? '' : await readTree(session, child),
    ];
    await session.detach();
    return trees;
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
