import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ALLOW,
  directives,
  embeddedBy,
  GUARDS,
  POLICIES,
  POLICY_NAMES,
  withDirective,
} from '../../../src/cli/headers/policies.ts';
import type { FixtureProps } from '../../apps/app/fixture.ts';
import { headerOf, nonceOf, SOME_POLICIES } from '../../headers/policies.ts';
import { type Portal, startPortal } from '../../lives/support/portal.ts';
import { type Harness, sharedHarness } from '../../support/harness.ts';

let harness: Harness;
let portal: Portal;
let page: Page;
beforeAll(async () => {
  [harness, portal] = await Promise.all([sharedHarness(), startPortal()]);
  page = await (await harness.newContext()).newPage();
});
afterAll(async () => {
  await page.context().close();
  await Promise.all([harness.stop(), portal.stop()]);
});
beforeEach(() => {
  harness.zoom.reset();
  harness.pages.reset();
  Object.assign(harness.zoom.service, { rwcHost: 'rwc.zoom.us', rwgHost: 'rwg.zoom.us' });
});

/**
 * Opens a page of another origin that shows the app in an iframe, and returns that iframe.
 *
 * @param more Headers of the app's page, in addition to its policy.
 */
async function embed(policy: readonly string[], nonce: string | undefined, more = {}): Promise<Frame> {
  Object.assign(harness.pages, {
    headers: { ...headerOf(policy), ...more },
    nonce,
  });
  await page.goto(portal.around(ALLOW)(harness.pages.url('react-19')));
  const [, frame] = page.frames();
  if (frame === undefined) throw new Error('The page has no iframe.');
  return frame;
}

const appHasStarted = (frame: Frame) => frame.evaluate(() => 'app' in window);

/** The user joins in the app, which may be a page of its own or in an iframe. */
async function join(frame: Frame, props: FixtureProps): Promise<void> {
  await expect.poll(() => appHasStarted(frame)).toBe(true);
  await frame.evaluate((given) => window.app.mount(given), props);
  await hasJoined(frame);
}

const hasJoined = (frame: Frame) =>
  expect.poll(() => frame.evaluate(() => window.app.handle?.status), { timeout: 30_000 }).toBe('joined');

describe.each(POLICY_NAMES)('under the policy: %s', (name) => {
  const nonce = nonceOf(name);
  const props = { sdk: name === 'cdn' ? 'cdn' : '/zoom-sdk', nonce };

  it('a page of another origin can’t show the app', async () => {
    const frame = await embed(directives(POLICIES[name]), nonce);
    expect(frame.url()).toBe('chrome-error://chromewebdata/');
    expect(await appHasStarted(frame)).toBe(false);
  });

  it('without `frame-ancestors`, it can', async () => {
    const frame = await embed(directives(POLICIES[name], GUARDS['frame-ancestors']), nonce);
    await expect.poll(() => appHasStarted(frame)).toBe(true);
  });

  if (!SOME_POLICIES.includes(name)) return;
  it('a learning platform whose origin is listed can, and the user gets into the meeting', async () => {
    const { origin } = new URL(portal.around('')(''));
    const frame = await embed(
      withDirective(directives(POLICIES[name]), 'frame-ancestors', embeddedBy(origin)),
      nonce,
    );
    await join(frame, props);
    const [meeting] = frame.childFrames();
    await expect.poll(() => meeting?.evaluate('document.body.innerText')).toContain('Grace Hopper');
    // The user may use camera, microphone and screen sharing.
    const warnings = await frame.evaluate(() => [...window.app.warnings]);
    expect(warnings).toEqual([]);
  });
});

describe('X-Frame-Options', () => {
  const header = { 'x-frame-options': 'DENY' };
  const policy = directives(POLICIES['self-hosted']);

  it('does not count beside `frame-ancestors`', async () => {
    const { origin } = new URL(portal.around('')(''));
    const frame = await embed(
      withDirective(policy, 'frame-ancestors', embeddedBy(origin)),
      undefined,
      header,
    );
    expect(await appHasStarted(frame)).toBe(true);
  });

  it('counts without it', async () => {
    const frame = await embed(
      directives(POLICIES['self-hosted'], GUARDS['frame-ancestors']),
      undefined,
      header,
    );
    expect(await appHasStarted(frame)).toBe(false);
  });
});

it("`frame-ancestors 'none'` also works: the meeting’s own frame is written, not loaded", async () => {
  const policy = withDirective(directives(POLICIES['self-hosted']), 'frame-ancestors', "'none'");
  harness.pages.headers = headerOf(policy);
  await page.goto(harness.pages.url('react-19'));
  await join(page.mainFrame(), { sdk: '/zoom-sdk' });
  // If the frame reloads itself, the browser refuses the page that comes instead, and the component rejoins.
  await page.evaluate(() => {
    window.app.forget();
    document.querySelector('iframe')?.contentWindow?.location.reload();
  });
  await expect.poll(() => page.evaluate(() => [...window.app.log])).toContain('reconnecting');
  await hasJoined(page.mainFrame());
});
