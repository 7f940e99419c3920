import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixtureProps } from '../apps/app/main.tsx';
import { installStores } from '../leaks/stores.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { app, type Harness, sharedHarness } from '../support/harness.ts';
import { hasSentLog, switchLoggingOn } from '../support/switch-logging-on.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

const NUMBER = '98765432109';
const grant = (more: object = {}) => ({
  signature: fakeSignature({ mn: NUMBER }),
  meetingNumber: NUMBER,
  password: 'open-sesame',
  ...more,
});
const props = (answer: object = grant()): FixtureProps => ({
  meeting: 'class-42',
  answer,
  timeouts: { retry: 3_000 },
});

describe('when Zoom answers with an HTTP 5xx', () => {
  it('the join fails, and no URL carries the signature or the passcode', async () => {
    const { page, status, close } = await harness.open();
    const urls: string[] = [];
    const posted: string[] = [];
    page.on('request', (request) => {
      urls.push(request.url());
      // Besides these, the diagnosis in the console may ask by GET whether Zoom can be reached.
      if (request.method() === 'POST') posted.push(request.url());
    });
    harness.zoom.reset();
    harness.zoom.intercept = (request, response) => {
      if (!request.url?.startsWith('/api/v1/wc/info')) return false;
      response.writeHead(503).end('busy');
      return true;
    };
    const started = Date.now();
    await page.evaluate((given) => window.app.mount(given), props());
    await status('failed', 'joined');
    expect(await app(page, ({ errors }) => ({ ...errors[0] }))).toMatchObject({
      code: 'connection-failed',
      zoomCode: -3000,
    });
    // Each attempt failed at once: by itself, the SDK would wait 30 s for its script.
    expect(Date.now() - started).toBeLessThan(25_000);
    const asked = posted.filter((url) => url.includes('/wc/info'));
    expect(asked.length).toBeGreaterThan(1);
    expect(asked).toEqual(Array(asked.length).fill('https://zoom.us/api/v1/wc/info'));
    expect(urls.join()).not.toMatch(/open-sesame|signature=/);

    harness.zoom.intercept = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await status('joined');
    await close();
  });
});

describe('the SDK’s logger', () => {
  it('reports errors of its own frame to Zoom, and none of the app’s', async () => {
    const { page, status, close } = await harness.open();
    const sent: string[] = [];
    page.on('request', (request) =>
      sent.push(request.url() + (request.postDataBuffer()?.toString('latin1') ?? '')),
    );
    harness.zoom.reset();
    switchLoggingOn(harness.zoom);
    await page.evaluate((given) => window.app.mount(given), props());
    await status('joined');
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('error-of-the-app-1f7a');
      });
      void Promise.reject(new Error('rejection-of-the-app-92d0'));
      const script = document.createElement('script');
      script.textContent = "setTimeout(() => { throw new Error('error-of-the-frame-77c1') })";
      document.querySelector('iframe')?.contentDocument?.head.append(script);
    });
    await expect.poll(() => sent.join()).toContain('error-of-the-frame-77c1');
    expect(sent.join()).not.toMatch(/error-of-the-app|rejection-of-the-app/);
    await close();
  });
});

describe('the browser’s storage', () => {
  it('holds what the app put there, whatever the name, and nothing of the SDK’s about the person', async () => {
    const { page, status, close } = await harness.open();
    harness.zoom.reset();
    await page.evaluate(() => {
      localStorage.setItem('privateTest', 'the app’s');
      sessionStorage.setItem('WEB_CLIENT_TK', 'the app’s');
    });
    const stored = () => page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
    const own = await stored();
    for (const answer of [grant({ tk: 'registration-71c2' }), grant()]) {
      await page.evaluate((given) => window.app.mount(given), props(answer));
      await status('joined');
      expect(await stored()).toEqual(own);
      await page.evaluate(() => window.app.unmount());
    }
    // A join must not use the token of an earlier one.
    const asked = harness.zoom.requests.filter(({ url }) => url.includes('/wc/info'));
    expect(asked.map(({ body }) => new URLSearchParams(body).get('tk'))).toEqual(['registration-71c2', null]);
    await close();
  });

  it('has no entry of the SDK’s in a database, and keeps those of the app and of other tabs', async () => {
    const { page, status, close } = await harness.open('react-19', {
      prepare: async (page) => void (await page.addInitScript(installStores)),
    });
    harness.zoom.reset();
    switchLoggingOn(harness.zoom);
    // As another tab that uses the SDK without this component.
    await page.evaluate(async () => {
      const opening = indexedDB.open('zoom-sdk-live-transcription', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('said').add('a line', 1);
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      opening.result.close();
    });
    const entries = () => page.evaluate(() => window.stores.databases());
    const own = [['zoom-sdk-live-transcription', 'said', 1, 'a line']];
    await page.evaluate((given) => window.app.mount(given), props());
    await status('joined');
    await expect.poll(() => hasSentLog(harness.zoom)).toBe(true);
    expect(await entries()).toEqual(own);
    // If there is another one, read what the SDK stores in it.
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names.sort()).toEqual([
      'AEC',
      'ZM-VSDK-LOG-DATABASE',
      'resource-manager',
      'zoom-sdk-live-transcription',
    ]);
    await page.evaluate(() => window.app.unmount());
    expect(await entries()).toEqual(own);
    expect(await page.evaluate(() => caches.keys())).toEqual(['zm-media']);
    expect(await page.context().cookies()).toEqual([]);
    await close();
  });
});

describe('getCurrentMeetingInfo()', () => {
  it.each([false, true])(
    'tells number and passcode only with exposeMeetingInfo (%s)',
    async (exposeMeetingInfo) => {
      const { page, status, close } = await harness.open();
      harness.zoom.reset();
      await page.evaluate((given) => window.app.mount(given), { ...props(), exposeMeetingInfo });
      await status('joined');
      const info = await page.evaluate(() => window.app.handle?.client?.getCurrentMeetingInfo());
      expect(info).toMatchObject({ isInMeeting: true, meetingTopic: 'Practice meeting' });
      const shown = exposeMeetingInfo
        ? { meetingNumber: Number(NUMBER), password: 'open-sesame' }
        : { meetingNumber: '•••', password: '•••' };
      expect(info).toMatchObject(shown);
      await close();
    },
  );
});

it('the SDK is given what it needs, and Zoom gets it', async () => {
  const { page, status, close } = await harness.open();
  harness.zoom.reset();
  await page.evaluate((given) => window.app.mount(given), {
    ...props({ signature: fakeSignature({ mn: NUMBER }), tk: 'registration-71c2' }),
    meeting: { meetingNumber: NUMBER, password: 'open-sesame' },
    userEmail: 'ada@example.org',
    customerKey: 'customer-7',
    init: { webEndpoint: 'us02web.zoom.us' },
  });
  await status('joined');
  const asked = harness.zoom.requests.find(({ url }) => url.includes('/wc/info'));
  expect(asked?.host).toBe('us02web.zoom.us');
  expect(Object.fromEntries(new URLSearchParams(asked?.body))).toMatchObject({
    meetingNumber: NUMBER,
    passWord: 'open-sesame',
    signature: expect.stringMatching(/^ey.*\..*\..*$/),
    tk: 'registration-71c2',
    userName: 'Ada Lovelace',
    // The SDK encodes it.
    customerKey: Buffer.from('customer-7').toString('base64url'),
  });
  expect(await app(page, ({ errors }) => errors.length)).toBe(0);
  await close();
});

describe('who hears of a meeting', () => {
  it('is the app’s own server, Zoom’s CDN and Zoom. Zoom gets the page’s path, but not its query', async () => {
    const { page, status, close } = await harness.open();
    harness.zoom.reset();
    const hosts = new Set<string>();
    const note = (url: string) => /^(https?|wss?):/.test(url) && hosts.add(new URL(url).host);
    page.on('request', (request) => note(request.url()));
    page.on('websocket', (socket) => note(socket.url()));
    await page.evaluate(() => history.replaceState({}, '', `${location.pathname}?patient=42#room`));
    await page.evaluate((given) => window.app.mount(given), props());
    await status('joined');
    await page.evaluate(() => window.app.handle?.leave());
    await page.evaluate(() => window.app.unmount());
    const own = new URL(page.url()).host;
    const { rwcHost, rwgHost } = harness.zoom.service;
    expect([...hosts].sort()).toEqual([own, 'source.zoom.us', 'zoom.us', rwcHost, rwgHost].sort());
    const asked = harness.zoom.requests.find(({ url }) => url.includes('/wc/info'));
    const sent = new URLSearchParams(asked?.body);
    const { origin, pathname } = new URL(page.url());
    const decode = (name: string) => Buffer.from(sent.get(name) ?? '', 'base64').toString();
    expect([decode('sdkUrl'), decode('sdkOrigin')]).toEqual([`${origin}${pathname}`, origin]);
    expect(sent.get('userName')).toBe('Ada Lovelace');
    await close();
  });
});
