import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FixtureDiagnose } from '../apps/app/main.tsx';
import { fakeSignature } from '../support/fake-signature.ts';
import { type FixturePage, type Harness, sharedHarness } from '../support/harness.ts';

let harness: Harness;
let fixture: FixturePage;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());
beforeEach(async () => {
  fixture = await harness.open();
  harness.zoom.reset();
});
afterEach(() => fixture.close());

const diagnose = (options: FixtureDiagnose = {}) =>
  fixture.page.evaluate((given) => window.app.diagnose(given), options);
/** Returns the codes without `not-isolated`, which is the same in every test. */
const codes = async (options: FixtureDiagnose = {}) =>
  (await diagnose(options)).findings.map(({ code }) => code).filter((code) => code !== 'not-isolated');

/**
 * Runs one diagnosis first, because its code is loaded on demand and must be there before a test blocks requests.
 */
const afterLoading = async () => void (await diagnose());

/** Adds a policy that applies from then on, as a page's own header would. The page's scripts have already run. */
const addPolicy = (policy: string) =>
  fixture.page.evaluate((content) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = content;
    document.head.append(meta);
  }, policy);

describe('where everything is in order', () => {
  it('says so, with every fact that a report of a problem needs', async () => {
    const { text, ...diagnosis } = await diagnose({ signature: fakeSignature(), role: 0 });
    expect(diagnosis).toMatchObject({
      ok: true,
      findings: [{ code: 'not-isolated', severity: 'info' }],
      versions: { package: '0.0.0', react: '19.3.1', sdk: '6.2.0' },
      browser: { online: true, phone: false, webRtc: true, missing: [] },
      page: { secureContext: true, crossOriginIsolated: false, forbidden: [] },
      media: {
        camera: { allowed: true },
        microphone: { allowed: true },
        'display-capture': { allowed: true },
      },
      signature: { ok: true },
      zoom: { state: 'fine' },
    });
    expect(diagnosis.scripts.map(({ src, state, status }) => [src, state, status])).toEqual([
      ['https://source.zoom.us/6.2.0/lib/vendor/react.min.js', 'fine', 200],
      ['https://source.zoom.us/6.2.0/lib/vendor/react-dom.min.js', 'fine', 200],
      ['https://source.zoom.us/6.2.0/zoom-meeting-embedded-6.2.0.min.js', 'fine', 200],
    ]);
    expect(text).toContain('nothing in this page, browser or network keeps a meeting from being joined');
    expect(fixture.problems).toEqual([]);
  });

  it('also with the SDK from the app’s own server', async () => {
    expect(await codes({ sdk: '/zoom-sdk' })).toEqual([]);
  });

  it.each([
    ['a version', '{ "version": "6.2.0" }', '6.2.0'],
    ['anything else', '{ "version": "<b>latest</b>" }', undefined],
    ['no JSON', '<!doctype html>', undefined],
  ])('the app’s own server tells the version of the SDK, if version.json has %s', async (_, body, sdk) => {
    harness.pages.interceptFile = (request, response) => {
      if (request.url !== '/zoom-sdk/version.json') return false;
      response.end(body);
      return true;
    };
    expect((await diagnose({ sdk: '/zoom-sdk' })).versions.sdk).toBe(sdk);
  });
});

describe('why the SDK’s scripts do not come', () => {
  const answer = (status: number, type: string, hidden = false) => {
    harness.zoom.intercept = (request, response) => {
      if (!request.url?.includes('react-dom')) return false;
      if (hidden) response.removeHeader('access-control-allow-origin');
      response.writeHead(status, { 'content-type': type }).end('<!doctype html>');
      return true;
    };
  };

  it.each([
    ['a 404', 404, 'text/plain', 'sdk-file-missing', 'HTTP 404'],
    ['a 403, as for a version that Zoom has retired', 403, 'text/plain', 'sdk-file-missing', 'HTTP 403'],
    ['a server that fails', 503, 'text/plain', 'sdk-server-failed', 'HTTP 503'],
    ['a page instead of JavaScript', 200, 'text/html', 'sdk-no-javascript', 'HTTP 200'],
  ] as const)('%s', async (_what, status, type, code, text) => {
    answer(status, type);
    const { ok, findings } = await diagnose();
    expect(ok).toBe(false);
    expect(findings[0]).toMatchObject({ code, severity: 'error' });
    expect(findings[0]?.message).toContain(`react-dom.min.js (${text})`);
  });

  it('a 404 that the server hides from other origins', async () => {
    answer(404, 'text/plain', true);
    expect(await codes()).toEqual(['sdk-file-missing']);
  });

  it('a wrong address on the app’s own server', async () => {
    expect(await codes({ sdk: '/nowhere' })).toEqual(['sdk-file-missing']);
  });

  it('an extension that blocks Zoom', async () => {
    await fixture.page.route(/^https:\/\/([^/]+\.)?zoom\.us\//, (route) => route.abort('blockedbyclient'));
    expect(await codes()).toEqual(['sdk-blocked', 'zoom-blocked']);
  });

  it('a firewall that allows Zoom, but not Zoom for Government', async () => {
    await fixture.page.route(/^https:\/\/www\.zoomgov\.com\//, (route) => route.abort('blockedbyclient'));
    expect(await codes()).toEqual([]);
    expect(await codes({ webEndpoint: 'www.zoomgov.com' })).toEqual(['zoom-blocked']);
  });

  it('a firewall that swallows the requests, without waiting for ever', async () => {
    await afterLoading();
    harness.zoom.intercept = () => true;
    const start = Date.now();
    expect(await codes({ timeout: 400 })).toEqual(['sdk-blocked', 'zoom-blocked']);
    // The policy check gives up its own attempt to load a script after 3 s.
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  it('a lost connection that the browser has not noticed', async () => {
    await afterLoading();
    await fixture.page.route('**', (route) => route.abort('connectionfailed'));
    expect(await codes()).toEqual(['sdk-unreachable', 'zoom-unreachable']);
  });

  it('no network', async () => {
    await afterLoading();
    await fixture.page.context().setOffline(true);
    expect(await codes()).toEqual(['offline']);
  });
});

describe('what a Content-Security-Policy forbids', () => {
  it.each([
    ["script-src 'self' 'wasm-unsafe-eval'; worker-src blob:", ['policy-scripts']],
    ["script-src 'self' https://source.zoom.us; worker-src blob:", ['policy-wasm']],
    ["script-src 'self' https://source.zoom.us 'wasm-unsafe-eval'", ['policy-workers']],
    ["style-src 'self'", ['policy-styles']],
    ["connect-src 'self'", ['policy-connections']],
    ["connect-src 'self' https://source.zoom.us", ['policy-connections']],
    ["script-src 'nonce-abc123' 'wasm-unsafe-eval'; style-src 'nonce-abc123'; worker-src blob:", []],
    // The policy as Zoom documents it.
    [
      "script-src 'self' 'unsafe-inline' 'unsafe-eval' https://zoom.us *.zoom.us blob:; worker-src blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' https://zoom.us https://*.zoom.us wss://*.zoom.us",
      [],
    ],
  ])('%s', async (policy, expected) => {
    await afterLoading();
    await addPolicy(policy);
    expect(await codes({ nonce: 'abc123' })).toEqual(expected);
  });
});

describe('what keeps camera and microphone away', () => {
  it('a Permissions-Policy header', async () => {
    const { page } = fixture;
    harness.pages.headers = { 'permissions-policy': 'camera=(), display-capture=()' };
    await page.reload();
    harness.pages.headers = {};
    const { media, findings, ok } = await diagnose();
    expect(ok).toBe(true);
    expect(media.camera.allowed).toBe(false);
    expect(media.microphone.allowed).toBe(true);
    expect(findings.map(({ code, message }) => [code, message])[0]).toEqual([
      'media-forbidden',
      'The page may not use: camera, display-capture.',
    ]);
  });

  it('a person who refuses', async () => {
    // This Chromium always grants its fake camera and microphone, so the test replaces the query.
    await fixture.page.evaluate(() => {
      const query = navigator.permissions.query.bind(navigator.permissions);
      navigator.permissions.query = async (asked) =>
        String(asked.name) === 'microphone'
          ? Object.assign(new EventTarget(), { name: 'microphone', state: 'denied' as const, onchange: null })
          : query(asked);
    });
    const { media, findings } = await diagnose();
    expect(media.microphone).toEqual({ allowed: true, permission: 'denied' });
    expect(findings[0]).toMatchObject({ code: 'media-denied', severity: 'warning' });
    expect(findings[0]?.message).toContain(': microphone.');
  });
});

describe('what keeps a browser from joining', () => {
  it('a page without https', async () => {
    const { page } = fixture;
    const own = page.url();
    await page.route('http://app.test/**', async (route) => {
      const url = route.request().url().replace('http://app.test', new URL(own).origin);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    await page.goto(own.replace(new URL(own).origin, 'http://app.test'));
    const { page: facts, findings } = await diagnose({ sdk: '/zoom-sdk' });
    expect(facts).toMatchObject({ origin: 'http://app.test', secureContext: false });
    // Chromium also prevents such a page from reaching servers on this machine, including the stand-in for Zoom's.
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'insecure-context',
      'zoom-blocked',
    ]);
  });

  it('a phone', async () => {
    const session = await fixture.page.context().newCDPSession(fixture.page);
    const userAgent =
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36';
    await session.send('Emulation.setUserAgentOverride', { userAgent });
    expect(await codes()).toEqual(['phone-unsupported']);
  });
});

it('says what is wrong with a signature', async () => {
  const signature = fakeSignature({ mn: '999999999', role: 1 });
  expect(await codes({ signature, meetingNumber: '123 4567 8901', role: 0 })).toEqual([
    'signature-other-meeting',
    'signature-other-role',
  ]);
});

it('holds nothing that opens a meeting', async () => {
  const secrets = {
    number: '98765432109',
    nonce: 'nonce-5e1f',
    query: 'token-in-a-query-8d02',
    key: 'app-key-77aa',
    secret: 'client-secret-1b9c',
  };
  const signature = fakeSignature({ mn: secrets.number, appKey: secrets.key, clientSecret: secrets.secret });
  const said: string[] = [];
  fixture.page.on('console', (message) => said.push(message.text()));
  await fixture.page.evaluate((query) => history.replaceState(null, '', `?token=${query}`), secrets.query);
  const diagnosis = await diagnose({
    signature,
    meetingNumber: '123 4567 8901',
    nonce: secrets.nonce,
    sdk: `https://user:${secrets.query}@source.zoom.us/6.2.0?token=${secrets.query}`,
  });
  const everything = JSON.stringify(diagnosis) + diagnosis.text + said.join();
  expect(everything).toContain('signature-other-meeting');
  for (const secret of [...Object.values(secrets), ...signature.split('.'), '12345678901', '123 4567']) {
    expect(everything).not.toContain(secret);
  }
});

it('stops when it is told to', async () => {
  harness.zoom.intercept = () => true;
  const reason = await fixture.page.evaluate(() => window.app.abortDiagnosis());
  expect(reason).toBe('enough');
});
