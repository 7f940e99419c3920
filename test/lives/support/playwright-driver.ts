import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Dialog, type Frame, type Page } from 'playwright';
import { launchOptions, WINDOW } from '../../support/chromium.ts';
import { ENGINE } from '../../support/engines/engine.ts';
import { launch } from '../../support/engines/launch.ts';
import { WarmWindow } from '../../support/warm-window.ts';
import type { ZoomServer } from '../../support/zoom-server.ts';
import type { Driver, Report, Tab, TabOptions } from './driver.ts';

/** A window, and who uses it. */
interface Shared {
  /** Tabs with the same key can share the window. */
  readonly key: string;
  readonly opened: Promise<WarmWindow>;
  tabs: number;
  /** Whether its tab wants it for itself. */
  isTaken: boolean;
  /** Resolves when the window has been cleared. */
  cleared: Promise<void>;
}

/**
 * Starts Chromium or Firefox.
 *
 * @param zoom Where every host but the pages' own leads to. Default: wherever it is.
 * @param home A page of the server that serves the tests' pages.
 * @param args Additional arguments for Chromium.
 */
export async function startPlaywright(
  zoom: ZoomServer | undefined,
  home: string,
  args: readonly string[],
): Promise<Driver> {
  const browser = await launch(zoom, args);
  const visits = new Set<() => Promise<void>>();
  const windows: Shared[] = [];

  async function newTab(shared: Shared): Promise<Tab> {
    shared.tabs += 1;
    const window = await shared.opened;
    await shared.cleared;
    const page = await window.newPage();
    const close = async () => {
      shared.tabs -= 1;
      if (shared.tabs > 0) return;
      shared.isTaken = false;
      shared.cleared = window.clear();
      await shared.cleared;
    };
    return tabOf(page, window.context, { close, another: () => newTab(shared) });
  }

  return {
    newTab({ isAlone = false, ...look } = {}) {
      const key = JSON.stringify({ ...look, before: String(look.before) });
      const canUse = (one: Shared) => one.key === key && !one.isTaken && !(isAlone && one.tabs > 0);
      let shared = windows.find(canUse);
      if (shared === undefined) {
        shared = {
          key,
          opened: openWindow(browser, home, look),
          tabs: 0,
          isTaken: false,
          cleared: Promise.resolve(),
        };
        windows.push(shared);
      }
      shared.isTaken = isAlone;
      return newTab(shared);
    },
    async visit(url) {
      const close = await visit(url, [...(zoom?.chromiumArgs ?? []), ...args]);
      visits.add(close);
      return close;
    },
    async sleep(ms) {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      const signal = (name: NodeJS.Signals) => {
        for (const { id } of processInfo) {
          try {
            process.kill(id, name);
          } catch {
            // It has ended since. Chromium ends its helpers when nothing needs them.
          }
        }
      };
      signal('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, ms));
      signal('SIGCONT');
    },
    async reset() {
      for (const close of visits) await close();
      visits.clear();
      // Keep one window, because its process has compiled the SDK. Each other window takes the memory of a process.
      const [kept] = windows;
      windows.length = 0;
      const window = await kept?.opened;
      const others = browser.contexts().filter((context) => context !== window?.context);
      await Promise.all([window?.clear(), ...others.map((context) => context.close())]);
      if (kept) windows.push({ ...kept, tabs: 0, isTaken: false });
    },
    async close() {
      await browser.close();
      for (const close of visits) await close();
    },
  };
}

/** Resolves to a function that closes the browser. It can be called twice. */
async function visit(url: string, more: readonly string[]): Promise<() => Promise<void>> {
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions(more);
  const profile = await mkdtemp(join(tmpdir(), 'react-zoom-join-'));
  const child = spawn(
    executablePath,
    // Nothing is sent through the pipe, but because of it the browser ends when this process does.
    [
      '--headless=new',
      '--no-first-run',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      ...args,
      url,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const gone = new Promise((resolve) => child.on('exit', resolve));
  return async () => {
    child.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}

async function openWindow(
  browser: Browser,
  home: string,
  { userAgent, viewport, touch = false, before }: TabOptions,
): Promise<WarmWindow> {
  const context = {
    hasTouch: touch,
    ...(viewport && { viewport }),
    ...(userAgent !== undefined && { userAgent }),
  };
  const window = await WarmWindow.open(browser, home, { context });
  if (before !== undefined) await window.context.addInitScript(before);
  return window;
}

interface Around {
  /** Called when the tab has been closed. */
  readonly close: () => Promise<void>;
  /** Opens another tab in the same window. */
  readonly another: () => Promise<Tab>;
}

/** @param frame The document in which the tab evaluates and clicks. Default: the page itself. */
function tabOf(page: Page, context: BrowserContext, around: Around, frame: Page | Frame = page): Tab {
  let stays = false;
  const answer = (dialog: Dialog) => (stays ? dialog.dismiss() : dialog.accept());
  if (frame === page) page.on('dialog', (dialog) => void answer(dialog).catch(() => {}));
  const opened: Page[] = [];
  page.on('popup', (other) => opened.push(other));
  return {
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    click: (selector) => frame.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    mouse: {
      move(x, y) {
        // Firefox refuses points outside of the page.
        const { width, height } = page.viewportSize() ?? WINDOW.viewport;
        const within = (at: number, size: number) =>
          ENGINE === 'firefox' ? Math.min(Math.max(at, 0), size - 1) : at;
        return page.mouse.move(within(x, width), within(y, height));
      },
      down: () => page.mouse.down(),
      up: () => page.mouse.up(),
    },
    evaluate: (run, ...args) => frame.evaluate(`(${String(run)})(...${JSON.stringify(args)})`),
    async inFrame() {
      const inner = await (await page.waitForSelector('iframe')).contentFrame();
      if (inner === null) throw new Error('There is nothing in the frame.');
      return tabOf(page, context, around, inner);
    },
    setOffline: (isOffline) => context.setOffline(isOffline),
    opened: async () => opened.map((other) => other.url()),
    async listen() {
      const reports: Report[] = [];
      page.on('console', (line) => reports.push({ kind: line.type(), text: line.text() }));
      if (ENGINE !== 'chromium') {
        page.on('pageerror', ({ message }) => reports.push({ kind: 'uncaught', text: message }));
        return reports;
      }
      // Playwright tells neither a rejection from an error, nor what an object contains.
      const session = await context.newCDPSession(page);
      session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
        const properties = exception?.preview?.properties.map(({ name, value }) => `${name}: ${value}`) ?? [];
        const kind = text.includes('(in promise)') ? 'unhandled' : 'uncaught';
        const what = exception?.description ?? String(exception?.value ?? text);
        reports.push({ kind, text: properties.length > 0 ? `{ ${properties.join(', ')} }` : what });
      });
      await session.send('Runtime.enable');
      return reports;
    },
    answer(how) {
      stays = how === 'stay';
    },
    another: around.another,
    async close() {
      const isClosed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await isClosed;
      await Promise.all(opened.map((other) => other.close()));
      await around.close();
    },
  };
}
