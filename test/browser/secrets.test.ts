import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeSignature } from '../support/fake-signature.ts';
import { app, type Harness, startHarness } from '../support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const SECRETS = {
  number: '98765432109',
  passcode: 'passcode-f3a9',
  signature: fakeSignature({ mn: '98765432109' }),
  tk: 'registration-token-71c2',
  zak: 'access-key-0b44',
};

/** What a person or another script of the page can come across, outside of the SDK's own frame. */
const EVERYWHERE = () => {
  const frame = document.querySelector('iframe');
  return {
    html: document.documentElement.outerHTML,
    frame: frame?.outerHTML ?? '',
    url: location.href + JSON.stringify(history.state),
    cookies: document.cookie,
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    log: JSON.stringify(window.app.log),
    errors: JSON.stringify(
      window.app.errors.map((error) => ({ ...error, message: error.message, stack: error.stack })),
    ),
    handle: JSON.stringify(window.app.handle),
  };
};

it.each([
  ['a meeting', undefined, 'joined'],
  ['a meeting that has not started', 3008, 'waiting'],
  ['a wrong passcode', 3004, 'failed'],
] as const)('nothing that opens the meeting is to be found after %s', async (_what, failure, end) => {
  const { page, status } = await harness.open();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol === 'https:' && !/(^|\.)zoom\.us$|\.example$/.test(host)) said.push(request.url());
  });
  harness.zoom.reset();
  harness.zoom.service.fail(failure);
  await page.evaluate(
    ({ number, passcode, signature, tk, zak }) =>
      window.app.mount({
        meeting: 'class-42',
        answer: { signature, meetingNumber: number, password: passcode, tk, zak },
        onConnectionChange: (change) => window.app.log.push(JSON.stringify(change)),
      }),
    SECRETS,
  );
  await status(end);
  await page.waitForTimeout(500);
  // In a meeting the SDK keeps tokens in the tab's storage for itself; they must go with it.
  const during = await page.evaluate(EVERYWHERE);
  expect(find({ ...during, sessionStorage: '', said: said.join() })).toEqual([]);
  await page.evaluate(() => window.app.unmount());
  const after = await page.evaluate(EVERYWHERE);
  expect(find({ ...after, said: said.join() })).toEqual([]);
  expect(after.sessionStorage).toBe('{}');
  await page.context().close();
});

it('the search finds what is there', async () => {
  const { page } = await harness.open();
  await page.evaluate((number) => {
    document.body.title = number;
  }, SECRETS.number);
  expect(find(await page.evaluate(EVERYWHERE))).toEqual(['number in html']);
  await page.context().close();
});

it('the SDK is given what it needs, and Zoom gets it', async () => {
  const { page, status } = await harness.open();
  harness.zoom.reset();
  await page.evaluate(
    ({ number, passcode, signature, tk }) =>
      window.app.mount({
        meeting: { meetingNumber: number, password: passcode },
        answer: { signature, tk },
        userEmail: 'ada@example.org',
        customerKey: 'customer-7',
        init: { webEndpoint: 'us02web.zoom.us' },
      }),
    SECRETS,
  );
  await status('joined');
  const asked = harness.zoom.requests.find(({ url }) => url.includes('/wc/info'));
  expect(asked?.host).toBe('us02web.zoom.us');
  const form = new URLSearchParams(asked?.body);
  expect(Object.fromEntries(form)).toMatchObject({
    meetingNumber: SECRETS.number,
    passWord: SECRETS.passcode,
    signature: SECRETS.signature,
    tk: SECRETS.tk,
    userName: 'Ada Lovelace',
    // The SDK encodes it.
    customerKey: Buffer.from('customer-7').toString('base64url'),
  });
  expect(await app(page, ({ errors }) => errors.length)).toBe(0);
  await page.context().close();
});

function find(places: Record<string, string>): string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) =>
    Object.entries(places)
      .filter(([, text]) => text.includes(secret))
      .map(([place]) => `${name} in ${place}`),
  );
}
