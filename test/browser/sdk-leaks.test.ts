import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixtureProps } from '../apps/app/main.tsx';
import { fakeSignature } from '../support/fake-signature.ts';
import { app, type Harness, sharedHarness } from '../support/harness.ts';

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
    // Zoom's answer for an account that sends its logs.
    harness.zoom.intercept = (request, response) => {
      if (request.url !== '/api/v1/wc/info' || request.method !== 'POST') return false;
      void (async () => {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const answer = await harness.zoom.service.answer({
          url: new URL('https://zoom.us/api/v1/wc/info'),
          body,
        });
        const { result, ...rest } = (answer?.body ?? {}) as { result?: object };
        const logConfig = JSON.stringify({
          enable: true,
          enableReport: true,
          gatewayEndPoint: 'https://log-gateway.zoom.us/nws/join/logger/wjmf',
          logLevel: { debug: true, log: true, info: true, print: true, warn: true, error: true },
        });
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ ...rest, result: { ...result, enableAutoLog: true, logConfig } }));
      })();
      return true;
    };
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

  it('has no record of the meeting once it is over', async () => {
    const { page, status, close } = await harness.open();
    harness.zoom.reset();
    await page.evaluate(async (given) => {
      const opening = indexedDB.open('zoom-sdk-live-transcription', 1);
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('said').add('a line of the transcript', 1);
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      opening.result.close();
      window.app.mount(given);
    }, props());
    await status('joined');
    await page.evaluate(() => window.app.unmount());
    const left = () =>
      page.evaluate(async () => {
        const opening = indexedDB.open('zoom-sdk-live-transcription');
        await new Promise((resolve) => {
          opening.onsuccess = resolve;
        });
        const counting = opening.result.transaction('said').objectStore('said').count();
        await new Promise((resolve) => {
          counting.onsuccess = resolve;
        });
        opening.result.close();
        return counting.result;
      });
    await expect.poll(left).toBe(0);
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
