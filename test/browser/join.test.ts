import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LATER } from '../../bench/weight.ts';
import { REACTS } from '../support/fixture-apps.ts';
import { app, type Harness, meetingText, sharedHarness } from '../support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());
beforeEach(() => harness.zoom.reset());

describe.each(REACTS)('in a %s app, in StrictMode', (react) => {
  it('joins, shows everybody, and says goodbye on unmount', async () => {
    const { page, problems, status, close } = await harness.open(react);
    // In a warm page the SDK may have loaded before the signature comes, and then there is no `loading`. So its script
    // is late.
    let isLate = true;
    harness.zoom.intercept = ({ url = '' }, response) => {
      if (!(isLate && url.includes('zoom-meeting-embedded'))) return false;
      isLate = false;
      setTimeout(() => response.writeHead(302, { location: url }).end(), 500);
      return true;
    };
    await page.evaluate(() => window.app.mount());
    expect(await status('joined', 'failed')).toBe('joined');

    await expect.poll(() => meetingText(page)).toContain('Grace Hopper');
    const text = await meetingText(page);
    expect(text).toContain('Alan Turing');
    expect(text).toContain('Ada Lovelace');
    // The join loads exactly those scripts that the size check counts for it.
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, '')),
    );
    expect(scripts.filter((name) => /^(overlay|session)-/.test(name))).toHaveLength(2);
    const later = scripts.filter((name) => LATER.test(name)).map((name) => name.replace(/-.{8}\.js$/, ''));
    // `check-signature` is loaded only in development, which the fixture apps are built for; `after-join` once
    // there is a meeting.
    expect(later).toEqual(['check-signature', 'after-join']);
    expect(await app(page, ({ react: version }) => version)).toMatch(react.replace('react-', ''));
    expect(await app(page, ({ log }) => log)).toEqual([
      'authorizing',
      'getSignature:join',
      'loading',
      'joining',
      'onUserAdded:1',
      'onUserAdded:2',
      'joined',
      'onJoined',
    ]);

    await page.evaluate(() => window.app.unmount());
    await expect.poll(() => harness.zoom.received.includes(4103)).toBe(true);
    await expect.poll(() => harness.zoom.openSockets).toBe(0);
    expect(await page.locator('iframe').count()).toBe(0);
    expect((await app(page, ({ log }) => log)).at(-1)).toBe('onLeft:unmount');
    expect(problems).toEqual([]);
    await close();
  });
});
