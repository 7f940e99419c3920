import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOptions } from '../support/chromium.ts';

/** How long it may take from opening the page until a visitor sees the meeting, on an otherwise idle machine. */
const PATIENCE_MS = 20_000;

let server: ViteDevServer;
let browser: Browser;
let page: Page;
/** The hosts of requests that left this machine. */
const outside: string[] = [];

beforeAll(async () => {
  server = await createServer({
    configFile: fileURLToPath(new URL('../../demo/vite.config.ts', import.meta.url)),
    server: { port: 0 },
    logLevel: 'error',
  });
  await server.listen();
  browser = await chromium.launch(launchOptions());
  page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost|data:|blob:)/.test(request.url())) outside.push(new URL(request.url()).host);
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const status = () => page.locator('[data-zoom-join]').getAttribute('data-status');
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the demo, without Zoom credentials', () => {
  it('shows a practice meeting with two others, offline, soon after it is opened', async () => {
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.locator('[data-status=joined]').waitFor({ timeout: PATIENCE_MS });
    const meeting = page.frameLocator('iframe').locator('body');
    await expect.poll(() => meeting.innerText()).toContain('Grace Hopper');
    expect(await meeting.innerText()).toContain('Alan Turing');
    expect(await page.getByText('Practice meeting').count()).toBe(1);
    expect(outside).toEqual([]);
  });

  it('lets the visitor play the host', async () => {
    await press('Add somebody');
    await expect
      .poll(() => page.getByRole('region', { name: 'Events' }).innerText())
      .toContain('Katherine Johnson');
    await press('To the waiting room');
    await expect.poll(status).toBe('waiting');
    await press('Admit');
    await expect.poll(status).toBe('joined');
    await press('End for all');
    await expect.poll(status).toBe('left');
    await press('Rejoin');
    await expect.poll(status, { timeout: PATIENCE_MS }).toBe('joined');
    await press('Unmount');
    await expect.poll(() => page.locator('iframe').count()).toBe(0);
  });
});
