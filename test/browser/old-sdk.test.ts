import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Change, serveChangedSdk } from '../support/changed-sdk.ts';
import { app, type Harness, sharedHarness } from '../support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

/**
 * SDK 5.1.4 makes its first request by a script, with everything in its address. 6.2.0 does so only after another one has
 * failed. `npm run test:sdks` tries the real one.
 */
const AS_5_1_4: readonly Change[] = [
  ['C="6.2.0"', 'C="5.1.4"'],
  ['return BR({url:e,crossDomain', 'return BR({url:"https://zoom.us/none",crossDomain'],
  ['n.status>=500&&n.status<600?', 'n.status>=0?'],
];

it('an SDK that is too old is told in words, at once', async () => {
  const { page, status, close } = await harness.open();
  harness.zoom.reset();
  if (process.env['SDK_FOLDER'] === undefined) serveChangedSdk(harness.zoom, AS_5_1_4);
  await page.evaluate(() => window.app.mount());
  expect(await status('joined', 'failed')).toBe('failed');
  const error = await app(page, ({ errors }) => ({
    ...errors[0],
    message: errors[0]?.message,
    hint: errors[0]?.hint,
  }));
  expect(error).toMatchObject({
    code: 'sdk-outdated',
    message: expect.stringContaining('The SDK is 5.1.4. It is too old'),
    hint: expect.stringContaining('@zoom/meetingsdk 6'),
    retryable: false,
  });
  await close();
});
