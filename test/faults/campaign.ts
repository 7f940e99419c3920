import type { Page } from 'playwright';
import { SHORT_LIVED } from '../support/chromium.ts';
import { buildFixture } from '../support/fixture-apps.ts';
import { app, type FixturePage, type Harness, SDK_ERRORS, startHarness } from '../support/harness.ts';
import { isAll } from '../support/is-all.ts';
import { isTold } from '../support/is-told.ts';
import { ENDPOINT_FAULTS } from './endpoint.ts';
import type { Fault, World } from './fault.ts';
import { LOADING_FAULTS } from './loading.ts';
import { MEETING_FAULTS } from './meeting.ts';
import { ZOOM_FAULTS } from './zoom.ts';

/**
 * `npm run test:faults [-- part of a name]`: injects each fault where it would really occur, with the real SDK in
 * Chromium. The result must be what the table says, with a screen, a way to continue, and nothing left behind.
 * Without a name, it leaves variants, and all but the first fault with the same code, to `npm run test:all`.
 */
const wanted = process.argv.at(2) ?? '';
/** One more than there are cores, because a fault often waits: for the network, for the next retry, or for silence. */
const WORKERS = 3;
/** How long a join is retried, in ms: long enough for a retry or two, but not for those of a whole minute. */
const RETRY_MS = 3_000;
/** More than a fault takes even on a busy machine, in ms. */
const PATIENCE_MS = 40_000;
/** How long the app must hear nothing after the unmount, in ms. */
const SILENCE_MS = 300;
/** What the browser itself logs about such faults. */
const BROWSER_NOISE =
  /Failed to load resource|net::ERR_|WebSocket connection to|CORS policy|Content Security Policy|Refused to (load|execute)|Permissions policy/;

const named = [...ENDPOINT_FAULTS, ...LOADING_FAULTS, ...ZOOM_FAULTS, ...MEETING_FAULTS].filter(({ name }) =>
  name.includes(wanted),
);
const faults = isAll || wanted !== '' ? named : named.filter(isFirstOfKind);

await buildFixture('react-19');
const queue = [...faults];
const failures: string[] = [];
/** The codes whose retry has already been tested. The button is the same for all faults with the same code. */
const mended = new Set<string | undefined>();
await Promise.all(Array.from({ length: WORKERS }, work));
for (const failure of failures) console.log(`\n✗ ${failure}`);
const left = named.length - faults.length;
if (left > 0) console.log(`\n${left} variants are left to npm run test:all`);
console.log(`\n${faults.length} faults: ${faults.length - failures.length} as specified`);
process.exitCode = failures.length > 0 || faults.length === 0 ? 1 : 0;

/** Whether no fault before this one ends with the same failure, and it is not marked as a variant. */
function isFirstOfKind({ isVariant = false, code }: Fault, index: number): boolean {
  const before = named.slice(0, index).filter((fault) => !fault.isVariant);
  return !isVariant && (code === undefined || before.every((fault) => fault.code !== code));
}

async function work(): Promise<void> {
  // Each worker has its own Zoom stand-in and its own browser, so that the faults of two workers do not interfere.
  const harness = await startHarness([SHORT_LIVED]);
  // All faults that do not spoil the page share one. If a fault leaves something behind, the next one fails.
  const lasting = await harness.open();
  for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
    const started = Date.now();
    const problem = await check(harness, lasting, fault).catch((error: unknown) => String(error));
    if (problem !== undefined) failures.push(`${fault.name}\n  ${problem}`);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const end = `${fault.ends}${fault.code === undefined ? '' : ` ${fault.code}`}`;
    console.log(`${problem === undefined ? '✓' : '✗'} ${fault.name} → ${end} (${seconds} s)`);
  }
  await harness.stop();
}

/** Resolves to what was not as specified, or to `undefined`. */
async function check(harness: Harness, lasting: FixturePage, fault: Fault): Promise<string | undefined> {
  const { zoom, pages } = harness;
  zoom.reset(fault.meeting);
  pages.intercept = undefined;
  pages.headers = {};
  const own = fault.isAlone
    ? await harness.open('react-19', { context: fault.browser && (await harness.newContext(fault.browser)) })
    : undefined;
  const { page, problems } = own ?? lasting;
  problems.length = 0;
  await page.evaluate(() => {
    window.app.log.length = 0;
    window.app.errors.length = 0;
  });
  const world: World = { page, pages, zoom };
  try {
    await fault.inject?.(world);
    await page.evaluate((props) => window.app.mount(props), {
      ...fault.props,
      timeouts: { retry: RETRY_MS, ...fault.props?.timeouts },
    });
    const [status, act] = fault.during ?? [];
    if (status !== undefined) await until(page, status);
    await act?.(world);
    const wrong =
      fault.ends === 'gone'
        ? await gone(world, fault)
        : ((await ended(page, fault)) ?? (await goesOn(world, fault)));
    return wrong ?? (await leftovers(world, fault, problems));
  } finally {
    await page.evaluate(() => window.app.unmount());
    await own?.close();
  }
}

async function until(page: Page, status: string): Promise<void> {
  const component = page.locator(`[data-zoom-join][data-status=${status}]`);
  await component.waitFor({ state: 'attached', timeout: PATIENCE_MS });
  // The app is told of a failure a moment later, when the error's messages have loaded.
  if (status === 'failed') await page.waitForFunction(isTold, undefined, { timeout: 5_000 });
}

/** Checks that the meeting ended as it must, and that the app and the user were told. */
async function ended(page: Page, fault: Fault): Promise<string | undefined> {
  try {
    await until(page, fault.ends);
  } catch (error) {
    const log = await app(page, ({ log: entries }) => entries.join(' '));
    return `it did not end in ${fault.ends}: ${log} (${error})`;
  }
  const error = await app(page, ({ errors }) => ({ ...errors.at(-1), said: errors.at(-1)?.message }));
  if (error.code !== fault.code) return `the error is ${error.code}, not ${fault.code}: ${error.said}`;
  if (error.code !== undefined && (error.hint?.length ?? 0) < 20) return 'the error has no hint';
  let missing = await missingEntry(page, fault);
  // Other reports, such as a warning, may come a moment after the status.
  for (let waited = 0; missing !== undefined && waited < 2_000; waited += 100) {
    await page.waitForTimeout(100);
    missing = await missingEntry(page, fault);
  }
  if (missing !== undefined) return missing;
  return screen(page, fault, error.userMessage);
}

async function missingEntry(page: Page, { log = [] }: Fault): Promise<string | undefined> {
  const told = await app(page, (fixture) => [...fixture.log]);
  let from = 0;
  for (const entry of log) {
    from = told.indexOf(entry, from) + 1;
    if (from === 0) return `${entry} is missing in, or not in its place of: ${told.join(' ')}`;
  }
  return undefined;
}

/** Checks that the screen has text and a button, and that no frame is left of a meeting that is over. */
async function screen(
  page: Page,
  { ends }: Fault,
  sentence: string | undefined,
): Promise<string | undefined> {
  const frames = await page.locator('iframe').count();
  const isOver = ends === 'failed' || ends === 'left';
  if (isOver && frames > 0) return `${frames} frames are left`;
  if (ends === 'joined' || (ends === 'waiting' && frames === 1)) {
    const text = page.frameLocator('iframe').locator('body');
    await text
      .getByText(ends === 'joined' ? 'Grace Hopper' : /let you in/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    return undefined;
  }
  const shown = await page.locator('[data-zoom-join]').innerText();
  if (shown.trim().length < 10) return `the screen says next to nothing: ${JSON.stringify(shown)}`;
  if (sentence !== undefined && ends === 'failed' && !shown.includes(sentence))
    return `the screen says: ${shown}`;
  // Where a retry doesn't help, the button is in a chunk that may still be loading.
  const button = page.locator('[data-zoom-join] button').first();
  return button.waitFor({ timeout: PATIENCE_MS }).then(
    () => undefined,
    () => 'the screen has no way on',
  );
}

/** Checks that the screen's button joins once the fault is mended. Runs for the first fault of each code only. */
async function goesOn(world: World, fault: Fault): Promise<string | undefined> {
  const isOver = fault.ends === 'failed' || fault.ends === 'left';
  if (!isOver || fault.again === false || mended.has(fault.code)) return undefined;
  mended.add(fault.code);
  await fault.mend?.(world);
  // Also restore timeouts that the fault has shortened: on a busy machine, the retry would time out again.
  if (fault.props?.timeouts !== undefined)
    await world.page.evaluate((props) => window.app.mount(props), { ...fault.props, timeouts: {} });
  await world.page.getByRole('button', { name: /^(Try|Join) again$/ }).click();
  try {
    await until(world.page, 'joined');
  } catch {
    mended.delete(fault.code);
    const log = await app(world.page, ({ log: entries }) => entries.slice(-6).join(' '));
    return `the retry did not join: ${log}`;
  }
  return undefined;
}

async function gone(world: World, fault: Fault): Promise<string | undefined> {
  const { page } = world;
  const log = () => app(page, ({ log: entries }) => entries.join(' '));
  const before = await log();
  await page.waitForTimeout(SILENCE_MS);
  const after = await log();
  if (after !== before) return `the app heard of it after the unmount: ${after.slice(before.length)}`;
  if ((await page.locator('iframe').count()) > 0) return 'the frame is left';
  await fault.mend?.(world);
  world.zoom.service.waitingRoom = false;
  await page.evaluate(() => window.app.mount());
  await until(page, 'joined');
  return undefined;
}

/** Unmounts, and checks that nothing is left behind and that nothing unexpected was logged. */
async function leftovers(
  { page, zoom }: World,
  { noise }: Fault,
  problems: readonly string[],
): Promise<string | undefined> {
  await page.evaluate(() => window.app.unmount());
  if ((await page.locator('iframe').count()) > 0) return 'a frame is left';
  const stored = await page.evaluate(() => Object.keys(sessionStorage).join(', '));
  if (stored !== '') return `left in sessionStorage: ${stored}`;
  for (let waited = 0; zoom.openSockets > 0; waited += 50) {
    if (waited > 5_000) return `${zoom.openSockets} sockets are left`;
    await page.waitForTimeout(50);
  }
  const complaints = problems.filter(
    (problem) =>
      !BROWSER_NOISE.test(problem) &&
      !SDK_ERRORS.some((known) => known.test(problem)) &&
      !noise?.test(problem),
  );
  return complaints.length > 0 ? `complaints: ${complaints.join(' | ')}` : undefined;
}
