import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Dialog, type Frame, type Page } from 'playwright';
import { launchOptions, VIEWPORT } from '../../support/chromium.ts';
import { WarmWindow } from '../../support/warm-window.ts';
import type { Driver, Tab, TabOptions } from './driver.ts';

/**
 * @param home A page of the server that serves the tests' pages.
 * @param args Additional arguments for Chromium.
 */
export async function startChromium(home: string, args: readonly string[]): Promise<Driver> {
  const browser = await chromium.launch(launchOptions(args));
  const visits = new Set<() => Promise<void>>();
  const windows = new Set<WarmWindow>();
  const free: WarmWindow[] = [];
  return {
    async newTab(options) {
      if (options !== undefined) return openCold(browser, options);
      const window = free.pop() ?? (await WarmWindow.open(browser, home));
      windows.add(window);
      return tabOf(await window.newPage(), window.context, async () => {
        if (!window.isEmpty || free.includes(window)) return;
        await window.clear();
        free.push(window);
      });
    },
    async visit(url) {
      const close = await visit(url, args);
      visits.add(close);
      return close;
    },
    async sleep(ms) {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      const signal = (name: NodeJS.Signals) => {
        for (const { id } of processInfo) process.kill(id, name);
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
      const others = browser.contexts().filter((context) => context !== kept?.context);
      await Promise.all([kept?.clear(), ...others.map((context) => context.close())]);
      windows.clear();
      free.length = 0;
      if (kept) {
        windows.add(kept);
        free.push(kept);
      }
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

/** Opens a tab in a window of its own, which needs other options than the shared windows have. */
async function openCold(
  browser: Browser,
  { userAgent, viewport = VIEWPORT, touch = false, before }: TabOptions,
): Promise<Tab> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport,
    hasTouch: touch,
    ...(userAgent === undefined ? {} : { userAgent }),
  });
  if (before !== undefined) await context.addInitScript(before);
  return tabOf(await context.newPage(), context, async () => {
    if (context.pages().length === 0) await context.close();
  });
}

/**
 * @param closed Called when the tab has been closed.
 * @param frame The document in which the tab evaluates and clicks. Default: the page itself.
 */
function tabOf(
  page: Page,
  context: BrowserContext,
  closed: () => Promise<void>,
  frame: Page | Frame = page,
): Tab {
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
      move: (x, y) => page.mouse.move(x, y),
      down: () => page.mouse.down(),
      up: () => page.mouse.up(),
    },
    evaluate: (run, ...args) => frame.evaluate(`(${String(run)})(...${JSON.stringify(args)})`),
    async inFrame() {
      const inner = await (await page.waitForSelector('iframe')).contentFrame();
      if (inner === null) throw new Error('There is nothing in the frame.');
      return tabOf(page, context, closed, inner);
    },
    setOffline: (isOffline) => context.setOffline(isOffline),
    opened: async () => opened.map((other) => other.url()),
    answer(how) {
      stays = how === 'stay';
    },
    another: async () => tabOf(await context.newPage(), context, closed),
    async close() {
      const isClosed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await isClosed;
      await closed();
    },
  };
}
