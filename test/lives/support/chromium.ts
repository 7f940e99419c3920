import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Dialog, type Frame, type Page } from 'playwright';
import { launchOptions } from '../../support/chromium.ts';
import type { Driver, Tab } from './driver.ts';

/** @param args More arguments for Chromium. */
export async function startChromium(args: readonly string[]): Promise<Driver> {
  const browser = await chromium.launch(launchOptions(args));
  const visits = new Set<() => Promise<void>>();
  return {
    async newTab({ userAgent, viewport = { width: 1000, height: 640 }, touch = false, before } = {}) {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        viewport,
        hasTouch: touch,
        ...(userAgent === undefined ? {} : { userAgent }),
      });
      if (before !== undefined) await context.addInitScript(before);
      return tabOf(await context.newPage(), context);
    },
    async visit(url) {
      const close = await visit(url, args);
      visits.add(close);
      return close;
    },
    async close() {
      await browser.close();
      for (const close of visits) await close();
    },
  };
}

/** Resolves to what closes it, which can be called twice. */
async function visit(url: string, more: readonly string[]): Promise<() => Promise<void>> {
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions(more);
  const profile = await mkdtemp(join(tmpdir(), 'react-zoom-join-'));
  const process = spawn(
    executablePath,
    // With the pipe, which nothing is sent through, it ends when this process does.
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
  const gone = new Promise((resolve) => process.on('exit', resolve));
  return async () => {
    process.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** @param frame Where it looks and clicks. Default: the page itself. */
function tabOf(page: Page, context: BrowserContext, frame: Page | Frame = page): Tab {
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
      return tabOf(page, context, inner);
    },
    opened: async () => opened.map((other) => other.url()),
    answer(how) {
      stays = how === 'stay';
    },
    another: async () => tabOf(await context.newPage(), context),
    async close() {
      const closed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await closed;
      if (context.pages().length === 0) await context.close();
    },
  };
}
