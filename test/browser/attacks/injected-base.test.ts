import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  directives,
  GUARDS,
  POLICIES,
  POLICY_NAMES,
  withDirective,
} from '../../../src/cli/headers/policies.ts';
import { headerOf, nonceOf } from '../../headers/policies.ts';
import { addStranger, STRANGER, type Stranger } from '../../headers/stranger.ts';
import { fakeSignature } from '../../support/fake-signature.ts';
import { type FixturePage, type Harness, meetingText, sharedHarness } from '../../support/harness.ts';
import { firstOf } from '../../support/is-all.ts';

/** An attacker injects a `<base>`, with which relative URLs lead to a server of theirs. */
const BASE = `<base href="${STRANGER}/">`;

let harness: Harness;
let stranger: Stranger;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());
beforeEach(() => {
  harness.zoom.reset();
  harness.pages.reset();
  stranger = addStranger(harness.zoom);
});

describe.each(POLICY_NAMES)('under the policy: %s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await harness.newContext()).newPage();
  });
  afterAll(() => page.context().close());

  /** Opens the app's page. Its own scripts have relative URLs, and come after the injected `<base>`. */
  async function open(policy: readonly string[], injected = BASE): Promise<void> {
    Object.assign(harness.pages, {
      headers: headerOf(policy),
      nonce: nonceOf(name),
      inject: (html: string) => html.replace('<head>', `<head>${injected}`),
    });
    await page.goto(harness.pages.url('react-19'));
  }

  const appHasStarted = () => page.evaluate(() => 'app' in window);
  const strangersScriptRan = () => page.evaluate(() => globalThis.strangersScript === true);

  /** Returns the origin that a relative link of the page leads to. */
  async function follow(): Promise<string> {
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'index.html';
      document.body.append(link);
      link.click();
    });
    await page.waitForURL('**/index.html');
    return new URL(page.url()).origin;
  }

  it('the page’s scripts and links stay on its own server', async () => {
    await open(directives(POLICIES[name]));
    await expect.poll(appHasStarted).toBe(true);
    expect(await strangersScriptRan()).toBe(false);
    expect(await follow()).toBe(new URL(harness.pages.url('react-19')).origin);
    expect(stranger.requests).toEqual([]);
  });

  it("with `base-uri 'self'`, the app may have a `<base>`, and the attacker’s still leads nowhere", async () => {
    const policy = withDirective(directives(POLICIES[name]), 'base-uri', "'self'");
    const own = harness.pages.url('react-18.3');
    const baseUrl = () => page.evaluate(() => document.baseURI);
    await open(policy, `<base href="${own}">`);
    expect(await baseUrl()).toBe(own);
    // Only the first `<base>` counts. If the policy refuses it, the base URL is the page's own.
    await open(policy, `${BASE}<base href="${own}">`);
    expect(await baseUrl()).toBe(harness.pages.url('react-19'));
    expect(stranger.requests).toEqual([]);
  });

  it('without `base-uri`, they lead to the attacker’s server', async () => {
    await open(directives(POLICIES[name], GUARDS['base-uri']));
    // Only a policy with nonces lets a script of any server run. With the others, the app doesn't start.
    await expect.poll(strangersScriptRan).toBe(name === 'nonce');
    expect(await appHasStarted()).toBe(false);
    expect(await follow()).toBe(STRANGER);
    expect(stranger.requests).toContain('GET /index.html');
  });
});

describe('without a policy, in a page that an attacker has given a `<base>`', () => {
  let fixture: FixturePage;
  beforeEach(async () => {
    // After the tag of the app's own script, so that the app itself starts.
    harness.pages.inject = (html) => html.replace('<body>', `<body>${BASE}`);
    fixture = await harness.open('react-19');
    expect(await fixture.page.evaluate(() => document.baseURI)).toBe(`${STRANGER}/`);
  });
  afterEach(() => fixture.close());

  // The fixture app's own request for a signature would follow the `<base>`.
  const answer = () => ({ signature: fakeSignature(), meetingNumber: '12345678901' });

  it.each(firstOf(1, ['../zoom-sdk', '/zoom-sdk']))('a meeting with the SDK from %s', async (sdk) => {
    const { page, status, problems } = fixture;
    await page.evaluate((props) => window.app.mount(props), { sdk, answer: answer() });
    expect(await status('joined', 'failed')).toBe('joined');
    await expect.poll(() => meetingText(page)).toContain('Grace Hopper');
    expect(stranger.requests).toEqual([]);
    expect(harness.pages.requested).toContain('/zoom-sdk/lib/av/js_media.min.js');
    expect(problems).toEqual([]);
  });

  it('a practice meeting', async () => {
    const { page, status } = fixture;
    await page.evaluate((props) => window.app.mount(props), { sdk: 'practice', answer: answer() });
    expect(await status('joined', 'failed')).toBe('joined');
    expect(stranger.requests).toEqual([]);
    expect(harness.pages.requested).toContain('/zoom-sdk/lib/av/js_media.min.js');
  });

  it('`init.assetPath`', async () => {
    const { page, status } = fixture;
    await page.evaluate((props) => window.app.mount(props), {
      sdk: 'cdn',
      answer: answer(),
      init: { assetPath: '/zoom-sdk/lib/av' },
    });
    expect(await status('joined', 'failed')).toBe('joined');
    expect(stranger.requests).toEqual([]);
    expect(harness.pages.requested).toContain('/zoom-sdk/lib/av/js_media.min.js');
  });

  it('preloadZoom()', async () => {
    const { page } = fixture;
    await page.evaluate(() => window.app.preloadZoom('/zoom-sdk'));
    await expect.poll(() => harness.pages.requested).toContain('/zoom-sdk/lib/av/js_media.min.js');
    expect(stranger.requests).toEqual([]);
  });

  it('diagnose()', async () => {
    const { scripts, findings } = await fixture.page.evaluate(() =>
      window.app.diagnose({ sdk: '/zoom-sdk' }),
    );
    expect(findings.map(({ code }) => code)).toEqual(['not-isolated']);
    expect(scripts.map(({ src }) => src)).toContain('/zoom-sdk/lib/vendor/react.min.js');
    expect(stranger.requests).toEqual([]);
  });

  it('the search for the cause, when the SDK does not load', async () => {
    const { page, status } = fixture;
    await page.evaluate((props) => window.app.mount(props), { sdk: '/nowhere', answer: answer() });
    expect(await status('joined', 'failed')).toBe('failed');
    expect(await page.evaluate(() => window.app.errors[0]?.code)).toBe('sdk-file-missing');
    expect(stranger.requests).toEqual([]);
  });
});

it.each(firstOf(1, ['/zoom-sdk', 'practice']))(
  'in a document without a URL of its own: a meeting with the SDK from %s',
  async (sdk) => {
    // The base URL of an `about:srcdoc` document is that of its parent, unless it has a `<base>`.
    harness.pages.inject = (html) => {
      const app = html.replace('<body>', `<body>${BASE}`).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      return `<!doctype html><iframe srcdoc="${app}" width="980" height="610"></iframe>`;
    };
    const page = await (await harness.newContext()).newPage();
    await page.goto(harness.pages.url('react-19'));
    const [, frame] = page.frames();
    expect(await frame?.evaluate(() => [document.URL, document.baseURI])).toEqual([
      'about:srcdoc',
      `${STRANGER}/`,
    ]);
    await expect.poll(() => frame?.evaluate(() => 'app' in window)).toBe(true);
    await frame?.evaluate((props) => window.app.mount(props), {
      sdk,
      answer: { signature: fakeSignature(), meetingNumber: '12345678901' },
    });
    await expect
      .poll(() => frame?.evaluate(() => window.app.handle?.status), { timeout: 30_000 })
      .toMatch(/joined|failed/);
    expect(await frame?.evaluate(() => window.app.errors.map(({ message }) => message))).toEqual([]);
    expect(stranger.requests).toEqual([]);
    await page.context().close();
  },
);
