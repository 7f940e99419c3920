import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawClient } from '../../src/sdk/client/raw-client.ts';
import { findClient } from '../../src/sdk/loading/load-sdk.ts';
import { zoomCdn } from '../../src/sdk/loading/source.ts';
import { PROFILE } from '../../src/sdk/profile/profile.ts';
import { EndReason } from '../../src/testing/service/meeting-service.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { type FixturePage, type Harness, sharedHarness } from '../support/harness.ts';

/**
 * Tests what `src/sdk/client/watch-presence.ts` assumes about the SDK, against the SDK alone: the component is not
 * in the page.
 */
let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

interface Presence {
  /** `getCurrentMeetingInfo().isInMeeting` */
  isInMeeting: boolean;
  /** Whether `getCurrentUser()` returns somebody, and whether they are on hold. */
  self: 'none' | 'in' | 'on hold';
}

declare global {
  interface Window {
    presence(): Presence;
    /** The value of `presence().self` at each event of the SDK, sampled in the handler. */
    atEvents: string[];
  }
}

/** Joins with the SDK alone, in a page of its own, as its documentation says. */
async function joinBare(): Promise<FixturePage> {
  const fixture = await harness.open();
  const { page } = fixture;
  for (const url of zoomCdn().scripts) await page.addScriptTag({ url });
  await page.evaluate(
    `window.createBareClient = () => (${String(findClient)})(window, ${JSON.stringify(PROFILE.globals)})`,
  );
  await page.evaluate(async (signature) => {
    const { createBareClient } = window as unknown as { createBareClient(): RawClient };
    const client = createBareClient();
    window.presence = () => {
      const self = client.getCurrentUser();
      return {
        isInMeeting: client.getCurrentMeetingInfo().isInMeeting,
        self: self === null ? 'none' : self.isHold ? 'on hold' : 'in',
      };
    };
    window.atEvents = [];
    const root = document.createElement('div');
    document.body.append(root);
    await client.init({ zoomAppRoot: root, language: 'en-US' });
    for (const event of ['connection-change', 'user-added', 'user-updated']) {
      client.on(event, (payload) => {
        const state = (payload as { state?: string }).state ?? '';
        window.atEvents.push(`${event} ${state}: ${window.presence().self}`);
      });
    }
    await client.join({ signature, meetingNumber: '12345678901', userName: 'Ada' });
  }, fakeSignature());
  return fixture;
}

const presence = (page: Page): Promise<Presence> => page.evaluate(() => window.presence());

describe('the SDK’s record of who it is', () => {
  it('is there in the waiting room, where `isInMeeting` is false, and up to date at each event', async () => {
    harness.zoom.reset({ waitingRoom: true });
    const { page, close } = await joinBare();
    expect(await presence(page)).toEqual({ isInMeeting: false, self: 'on hold' });
    await page.waitForTimeout(3_000);
    expect(await presence(page)).toEqual({ isInMeeting: false, self: 'on hold' });

    harness.zoom.service.setHold(false);
    await expect.poll(() => presence(page)).toEqual({ isInMeeting: true, self: 'in' });
    const events = await page.evaluate(() => window.atEvents);
    expect(events[0]).toBe('connection-change Connected: none');
    expect(events).toContain('user-added : on hold');
    expect(events).toContain('user-updated : in');
    await close();
  });

  it('is gone while the SDK reconnects, until after it has connected', async () => {
    harness.zoom.reset();
    const { page, close } = await joinBare();
    await page.evaluate(() => {
      window.atEvents.length = 0;
    });
    harness.zoom.service.cut();
    await expect.poll(() => page.evaluate(() => window.atEvents.length)).toBeGreaterThan(2);
    expect(await page.evaluate(() => window.atEvents.slice(0, 3))).toEqual([
      'connection-change Reconnecting: none',
      'connection-change Connected: none',
      'user-added : in',
    ]);
    await close();
  });

  it.each([false, true])('is gone after an end that no event tells of (on hold: %s)', async (waitingRoom) => {
    harness.zoom.reset({ waitingRoom });
    const { page, close } = await joinBare();
    expect((await presence(page)).self).toBe(waitingRoom ? 'on hold' : 'in');
    const before = await page.evaluate(() => window.atEvents.length);
    harness.zoom.service.end(EndReason.silent);
    await expect.poll(() => presence(page)).toEqual({ isInMeeting: false, self: 'none' });
    await page.waitForTimeout(3_000);
    expect(await page.evaluate(() => window.atEvents.length)).toBe(before);
    await close();
  });
});
