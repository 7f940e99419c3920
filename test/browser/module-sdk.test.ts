import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { changedSdk } from '../support/changed-sdk.ts';
import { app, type FixturePage, type Harness, meetingText, sharedHarness } from '../support/harness.ts';
import { firstOf } from '../support/is-all.ts';

/** The SDK as a new bundler could build it: a module that imports React, and exports the client by a name. */
const MODULE = `import React from 'react';
import ReactDOM, { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
const modules = { react: React, 'react-dom': { ...ReactDOM, createPortal }, 'react-dom/client': { createRoot } };
const module = { exports: {} };
(function (require, module, exports) {${changedSdk([])}
}).call(globalThis, (name) => modules[name], module, module.exports);
export const client = module.exports.default ?? module.exports;
`;

let harness: Harness;
let fixture: FixturePage;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());
beforeEach(async () => {
  harness.zoom.reset();
  harness.pages.interceptFile = (request, response) => {
    if (!request.url?.endsWith('/component-view.mjs')) return false;
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(MODULE);
    return true;
  };
});
afterEach(async () => {
  await fixture.close();
  harness.pages.reset();
});

it.each(firstOf(1, ['webrtc', 'legacy'] as const))(
  'an SDK that is an ES module joins, leaves and joins again (%s layout)',
  async (layout) => {
    harness.zoom.reset({ layout });
    fixture = await harness.open();
    const { page, status, problems } = fixture;
    for (let round = 0; round < 2; round += 1) {
      await page.evaluate(() => window.app.mount({ sdk: 'modules' }));
      expect(await status('joined', 'failed')).toBe('joined');
      await expect.poll(() => meetingText(page)).toContain('Ada Lovelace');
      expect(await page.evaluate(() => 'React' in window || 'ReactWidgets' in window)).toBe(false);
      await page.evaluate(() => window.app.unmount());
      expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
      await page.evaluate(() => window.app.forget());
    }
    expect(problems).toEqual([]);
  },
);

it.each([
  ['with a nonce', true],
  ['without one', false],
])('under a strict policy, %s', async (_what, hasNonce) => {
  harness.pages.nonce = 'n0nce';
  harness.pages.headers = {
    'content-security-policy':
      "script-src 'self' 'nonce-n0nce' 'wasm-unsafe-eval' data: blob:; worker-src blob:",
  };
  fixture = await harness.open();
  const { page, status } = fixture;
  await page.evaluate(
    (nonce) => window.app.mount({ sdk: 'modules', nonce, timeouts: { retry: 0 } }),
    hasNonce ? 'n0nce' : undefined,
  );
  expect(await status('joined', 'failed')).toBe(hasNonce ? 'joined' : 'failed');
  if (!hasNonce) expect(await app(page, ({ errors }) => errors[0]?.code)).toBe('sdk-blocked-by-policy');
});

it.each([
  ['throws', 'throw new Error("broken");'],
  ['has no such export', 'export default {};'],
])('a module that %s is told', async (_what, text) => {
  harness.pages.interceptFile = (request, response) => {
    if (!request.url?.endsWith('/component-view.mjs')) return false;
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
    return true;
  };
  fixture = await harness.open();
  const { page, status } = fixture;
  await page.evaluate(() => window.app.mount({ sdk: 'modules', timeouts: { retry: 0 } }));
  expect(await status('joined', 'failed')).toBe('failed');
  expect(await app(page, ({ errors }) => errors[0]?.code)).toBe('sdk-not-found');
});

it('a module that is not there is told by its name', async () => {
  harness.pages.interceptFile = undefined;
  fixture = await harness.open();
  const { page, status } = fixture;
  await page.evaluate(() => window.app.mount({ sdk: 'modules', timeouts: { retry: 0 } }));
  expect(await status('joined', 'failed')).toBe('failed');
  const error = await app(page, ({ errors }) => ({ code: errors[0]?.code, message: errors[0]?.message }));
  expect(error.code).toBe('sdk-file-missing');
  expect(error.message).toContain('component-view.mjs');
});
