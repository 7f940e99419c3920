import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import type { FixtureApp } from '../apps/app/main.tsx';
import { isIsolated, isolation } from '../headers/isolation.ts';
import { SHORT_LIVED, WINDOW } from './chromium.ts';
import { launch } from './engines/launch.ts';
import type { FixtureReact } from './fixture-apps.ts';
import { isTold } from './is-told.ts';
import { PageServer } from './page-server.ts';
import { WarmWindow } from './warm-window.ts';
import { ZoomServer } from './zoom-server.ts';

/** A real browser, the fixture apps, and a stand-in for Zoom's servers. */
export interface Harness {
  readonly zoom: ZoomServer;
  readonly pages: PageServer;
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  open(react?: FixtureReact, options?: OpenOptions): Promise<FixturePage>;
  /** Closes everything that is open, and resets everything to the state after the start. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

interface OpenOptions {
  /** Default: a warm window, with an empty cache. */
  context?: BrowserContext | WarmWindow | undefined;
  /** Called with the page before the fixture app is opened in it. */
  prepare?: (page: Page) => Promise<void>;
}

export interface FixturePage {
  readonly page: Page;
  /** Other tabs of this window share everything that the browser stores. */
  readonly window: BrowserContext | WarmWindow;
  /** Errors that the page did not catch, and errors in its console. */
  readonly problems: string[];
  /** Waits for one of these statuses and returns it. */
  status(...wanted: string[]): Promise<string>;
  /** Closes the page and its window. A warm window is cleared and kept instead. */
  close(): Promise<void>;
}

/**
 * The errors that the SDK itself prints if there are no media servers, and its failures in async functions of a script
 * from another origin, which nobody can keep back (docs/console.md).
 */
export const SDK_ERRORS = [
  /net thread init error/,
  /\[useRenderVideo\] Error/,
  /^uncaught: (Uncaught \(in promise\) #<)?Object>?$/,
];

/**
 * Shared by all files that a worker runs, one after another: `isolate: false` in vitest.config.ts makes them share
 * what they import. It ends with the worker, which Vitest kills: see temporary-files.ts.
 */
let shared: Promise<Harness> | undefined;

/** Returns a harness whose browser has compiled the SDK for the previous test files. To stop it is to reset it. */
export async function sharedHarness(): Promise<Harness> {
  shared ??= startHarness([SHORT_LIVED]);
  const harness = await shared;
  // The previous file may have failed to do this.
  await harness.reset();
  return { ...harness, stop: harness.reset };
}

/** @param args Additional arguments for Chromium. */
export async function startHarness(args: readonly string[] = []): Promise<Harness> {
  const zoom = await ZoomServer.start();
  const pages = await PageServer.start();
  const browser = await launch(zoom, args);
  zoom.reset();
  const newContext = (options: BrowserContextOptions = {}) => browser.newContext({ ...WINDOW, ...options });
  // Warm windows that are not in use.
  const plain: WarmWindow[] = [];
  const isolated: WarmWindow[] = [];
  return {
    zoom,
    pages,
    newContext,
    async open(react = 'react-19', { context, prepare } = {}) {
      const [free, headers] = isIsolated(pages.headers) ? [isolated, isolation('require-corp')] : [plain, {}];
      const window = context ?? free.pop() ?? (await WarmWindow.open(browser, pages.url(react), { headers }));
      const page = await window.newPage();
      const problems: string[] = [];
      const note = (problem: string) => {
        if (!SDK_ERRORS.some((noise) => noise.test(problem))) problems.push(problem);
      };
      page.on('pageerror', ({ message, stack = '' }) => {
        // The SDK's media script keeps fetching when the network is gone.
        const isMedia = message === 'Failed to fetch' && stack.includes('/js_media.');
        if (!isMedia) note(`uncaught: ${message}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()}`);
      });
      await prepare?.(page);
      await page.goto(pages.url(react));
      await page.waitForFunction(() => 'app' in window);
      return {
        page,
        window,
        problems,
        status: (...wanted) => waitForStatus(page, wanted),
        async close() {
          if (!(window instanceof WarmWindow)) return window.close();
          await window.clear();
          free.push(window);
        },
      };
    },
    async reset() {
      // Keep one window, because its process has compiled the SDK.
      plain.length = Math.min(plain.length, 1);
      isolated.length = 0;
      const others = browser.contexts().filter((context) => context !== plain[0]?.context);
      await Promise.all(others.map((context) => context.close()));
      pages.reset();
      zoom.reset();
    },
    async stop() {
      await browser.close();
      await pages.stop();
      await zoom.stop();
    },
  };
}

async function waitForStatus(page: Page, wanted: readonly string[]): Promise<string> {
  const handle = await page.waitForFunction(
    (statuses) => {
      const status = document.querySelector<HTMLElement>('[data-zoom-join]')?.dataset['status'];
      return status !== undefined && statuses.includes(status) ? status : false;
    },
    wanted,
    { timeout: 30_000, polling: 50 },
  );
  const status = String(await handle.jsonValue());
  // The app is told of a failure a moment later, when the error's messages have loaded. If a test has its own
  // handler, the log has no entry for it.
  if (status === 'failed') await page.waitForFunction(isTold, undefined, { timeout: 5_000 }).catch(() => {});
  return status;
}

/** Returns the text that the user sees of the meeting itself, inside the frame. */
export async function meetingText(page: Page): Promise<string> {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  // This is the visible text, not what is in the markup.
  return frame === undefined ? '' : frame.evaluate('document.body.innerText');
}

export const app = <T>(page: Page, read: (app: FixtureApp) => T): Promise<T> =>
  page.evaluate(`(${String(read)})(window.app)`) as Promise<T>;
