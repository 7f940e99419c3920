import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Harness, sharedHarness } from '../support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

// The refusal ends the attempt, and with it the `signal` of the request whose body is still on its way.
it('a reason that comes after the status is in the hint', async () => {
  harness.pages.intercept = (_request, response) => {
    response.writeHead(400, { 'content-type': 'application/json' }).flushHeaders();
    const body = JSON.stringify({ errors: [{ property: 'role', reason: 'Expected 0 or 1' }] });
    setTimeout(() => response.end(body), 300);
    return true;
  };
  const { page, status, close } = await harness.open('react-19');
  await page.evaluate(() => window.app.mount({ sdk: 'practice' }));
  await status('failed');
  const hints = await page.evaluate(() => window.app.errors.map(({ hint }) => hint));
  expect(hints).toEqual([expect.stringContaining('The endpoint said: “role: Expected 0 or 1”.')]);
  await close();
});
