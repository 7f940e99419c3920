import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright';
import sirv from 'sirv';
import { createSignature } from '../src/server/index.ts';
import { launchOptions } from '../test/support/chromium.ts';
import { seeded } from '../test/support/random.ts';
import { ZoomServer } from '../test/support/zoom-server.ts';
import { type BenchApp, buildApp, distOf } from './build.ts';
import { ms, spread } from './stats.ts';

/**
 * `npm run bench -- [runs] [remounts]`: ours against the hand-written way, in turn, in one run, on the same
 * stand-in for Zoom over TLS. Absolute times are this machine's; the ratios are what counts.
 */
const [runs = 15, remounts = 12] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const CPU_THROTTLING = 4;
const SIGNATURE_MS = 300;
const WINDOW_MS = 1_500;

const contenders = ['hand-written', 'ours'] as const;

const bytes = {} as Record<BenchApp, number>;
for (const app of ['plain-18.2', 'plain-19', 'hand-written', 'ours'] as const)
  bytes[app] = await buildApp(app);

const zoom = await ZoomServer.start();
const pages = await serve();
const browser = await chromium.launch(launchOptions(zoom.chromiumArgs));

const ready: Record<string, number[]> = { 'hand-written': [], ours: [] };
const connected: Record<string, number[]> = { 'hand-written': [], ours: [] };
// The first round of each warms the operating system's caches and does not count.
for (let run = 0; run <= runs; run += 1) {
  for (const app of contenders) {
    zoom.reset();
    const marks = await measure(browser, app);
    if (run === 0) continue;
    ready[app]?.push(marks.ready);
    connected[app]?.push(marks.connected);
  }
}
const shown: Record<string, number> = {};
for (const app of contenders) shown[app] = await countRemounts(browser, app);

await browser.close();
await zoom.stop();
pages.close();
print();
process.exit(0);

async function measure(inBrowser: Browser, app: BenchApp): Promise<{ ready: number; connected: number }> {
  const { page, close } = await open(inBrowser, `${app}/#click`, CPU_THROTTLING);
  // Seldom: looking takes the page's time.
  const options = { timeout: 60_000, polling: 500 };
  await page.waitForFunction(() => window.marks.connected !== undefined, undefined, options);
  const marks = await page.evaluate(() => ({
    ready: window.marks.ready ?? 0,
    connected: window.marks.connected ?? 0,
  }));
  await close();
  return marks;
}

/** Unmount at a random moment of a join, mount again: does the meeting show? Each on a fresh page. */
async function countRemounts(inBrowser: Browser, app: BenchApp): Promise<number> {
  const random = seeded(7);
  let count = 0;
  for (let round = 0; round < remounts; round += 1) {
    zoom.reset();
    const { page, close } = await open(inBrowser, `${app}/`, 1);
    const button = page.getByRole('button', { name: 'Join' });
    await button.click();
    await page.waitForTimeout(random() * WINDOW_MS);
    await button.click();
    await button.click();
    const isShown = async () => {
      const texts = await Promise.all(
        page.frames().map((frame) => frame.evaluate('document.body.innerText').catch(() => '')),
      );
      return texts.some((text) => String(text).includes('Grace Hopper'));
    };
    for (let waited = 0; waited < 8_000 && !(await isShown()); waited += 200) await page.waitForTimeout(200);
    // It must stay, too: what the first client still clears away a second later counts.
    await page.waitForTimeout(2_000);
    if (await isShown()) count += 1;
    await close();
  }
  return count;
}

async function open(
  inBrowser: Browser,
  path: string,
  throttling: number,
): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await inBrowser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  await page.goto(`http://localhost:${(pages.address() as AddressInfo).port}/${path}`);
  return { page, close: () => context.close() };
}

async function serve() {
  const apps = new Map(
    (['hand-written', 'ours'] as const).map((app) => [String(app), sirv(distOf(app), { dev: false })]),
  );
  const signature = await createSignature({
    sdkKey: 'bench',
    sdkSecret: 'bench-secret-of-some-length-000000000',
    meetingNumber: '12345678901',
    role: 0,
  });
  const server = createServer((request, response) => {
    const [, first = '', ...rest] = (request.url ?? '/').split('/');
    if (request.url === '/api/signature') {
      setTimeout(() => response.end(JSON.stringify({ signature })), SIGNATURE_MS);
      return;
    }
    request.url = `/${rest.join('/')}`;
    const notFound = () => void response.writeHead(404).end();
    const send = apps.get(first);
    if (send === undefined) notFound();
    else send(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

function print(): void {
  const kB = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  const of = (values: Record<string, number[]>, app: string) => spread(values[app] ?? []);
  const ratio = (values: Record<string, number[]>) =>
    `${(of(values, 'ours').median / of(values, 'hand-written').median).toFixed(2)}×`;
  const rows = [
    ['', 'hand-written (React 18.2)', 'react-zoom-join (React 19)', 'ratio'],
    [
      'first script, over the same app without Zoom (gzip)',
      `+${kB(bytes['hand-written'] - bytes['plain-18.2'])}`,
      `+${kB(bytes.ours - bytes['plain-19'])}`,
      `${((bytes.ours - bytes['plain-19']) / (bytes['hand-written'] - bytes['plain-18.2'])).toFixed(3)}×`,
    ],
    ['page ready', ms(of(ready, 'hand-written')), ms(of(ready, 'ours')), ratio(ready)],
    [
      'opening the page → joined, click at once',
      ms(of(connected, 'hand-written')),
      ms(of(connected, 'ours')),
      ratio(connected),
    ],
    [
      'remounts that show the meeting',
      `${shown['hand-written']} of ${remounts}`,
      `${shown['ours']} of ${remounts}`,
      '',
    ],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(
    `\nMedian of ${runs} (min–max), CPU throttled ${CPU_THROTTLING}×, signature after ${SIGNATURE_MS} ms, cold cache\n`,
  );
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
