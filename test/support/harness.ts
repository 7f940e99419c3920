import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright';
import type { FixtureApp } from '../apps/app/main.tsx';
import { isIsolated, isolation } from '../headers/isolation.ts';
import { launchOptions, VIEWPORT } from './chromium.ts';
import type { FixtureReact } from './fixture-apps.ts';
import { isTold } from './is-told.ts';
import { PageServer } from './page-server.ts';
import { WarmWindow } from './warm-window.ts';
import { ZoomServer } from './zoom-server.ts';

/** A real Chromium, the fixture apps, and a stand-in for Zoom's servers. */
export interface Harness {
  readonly zoom: ZoomServer;
  readonly pages: PageServer;
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  open(react?: FixtureReact, options?: OpenOptions): Promise<FixturePage>;
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** Default: that of a warm window, with an empty cache. */
  context?: BrowserContext | undefined;
  /** Is given the page before it is opened. */
  prepare?: (page: Page) => Promise<void>;
}

export interface FixturePage {
  readonly page: Page;
  /** Errors that the page did not catch, and what it logged as error. */
  readonly problems: string[];
  /** Waits for one of these statuses and returns it. */
  status(...wanted: string[]): Promise<string>;
  /** Its window as well, which is cleared and kept if it is a warm one. */
  close(): Promise<void>;
}

/** What the SDK says to the console of its own accord, without media servers to talk to. */
export const SDK_NOISE = [
  /^uncaught: (Uncaught \(in promise\) #<)?Object>?$/,
  /^uncaught: Uncaught \[object Object\]$/,
  /net thread init error/,
  /\[useRenderVideo\] Error/,
];

/** @param args More arguments for Chromium. */
export async function startHarness(args: readonly string[] = []): Promise<Harness> {
  const zoom = await ZoomServer.start();
  const pages = await PageServer.start();
  const browser = await chromium.launch(launchOptions([...zoom.chromiumArgs, ...args]));
  zoom.reset();
  const newContext = (options: BrowserContextOptions = {}) =>
    browser.newContext({ ignoreHTTPSErrors: true, viewport: VIEWPORT, ...options });
  // Warm windows without a page.
  const plain: WarmWindow[] = [];
  const isolated: WarmWindow[] = [];
  return {
    zoom,
    pages,
    newContext,
    async open(react = 'react-19', { context, prepare } = {}) {
      const [free, headers] = isIsolated(pages.headers) ? [isolated, isolation('require-corp')] : [plain, {}];
      const window = context ?? free.pop() ?? (await WarmWindow.open(browser, pages.url(react), headers));
      const page = await window.newPage();
      const problems: string[] = [];
      const note = (problem: string) => {
        if (!SDK_NOISE.some((noise) => noise.test(problem))) problems.push(problem);
      };
      page.on('pageerror', ({ message, stack = '' }) => {
        // Its media script goes on fetching when the network has gone.
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
        problems,
        status: (...wanted) => waitForStatus(page, wanted),
        async close() {
          if (!(window instanceof WarmWindow)) return window.close();
          await window.clear();
          free.push(window);
        },
      };
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
  // Of a failure the app hears a moment later, when its words have loaded. One with a handler of its own has no entry for it.
  if (status === 'failed') await page.waitForFunction(isTold, undefined, { timeout: 5_000 }).catch(() => {});
  return status;
}

/** The text a person sees of the meeting itself, inside the frame. */
export async function meetingText(page: Page): Promise<string> {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  // What is visible, not what is in the markup.
  return frame === undefined ? '' : frame.evaluate('document.body.innerText');
}

export const app = <T>(page: Page, read: (app: FixtureApp) => T): Promise<T> =>
  page.evaluate(`(${String(read)})(window.app)`) as Promise<T>;
