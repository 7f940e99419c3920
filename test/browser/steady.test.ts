import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crowd, type Stir, stir } from '../support/crowd.ts';
import { app, type Harness, startHarness } from '../support/harness.ts';
import { firstOf, isAll } from '../support/is-all.ts';
import { memoryOf, WITHOUT_OPTIMIZERS } from '../support/memory.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.stop());

const PEOPLE = 1_000;
const PER_SECOND = 500;
const STIR_MS = 1_000;

declare global {
  interface Window {
    /** How many events of each kind the app has received. */
    heard: Stir;
  }
}

/**
 * Generates events, waits until the SDK has processed all of them, and returns how many there were of each kind.
 */
async function stirIn(page: Page): Promise<Stir> {
  const { service } = harness.zoom;
  const done = await stir(service, PER_SECOND, STIR_MS);
  const listed = () => app(page, ({ handle }) => handle?.client?.getAttendeeslist().length);
  await expect.poll(listed).toBe(service.people.size);
  return done;
}

describe.each(firstOf(0, ['react-19', 'react-18.2'] as const))(
  '1,000 people, 500 events a second, in %s',
  (react) => {
    it('cost no render, unless the app listens and renders', async () => {
      harness.zoom.reset({ people: crowd(PEOPLE) });
      const { page, status, problems, close } = await harness.open(react);
      await page.evaluate(() => {
        window.heard = { talk: 0, change: 0, come: 0, go: 0 };
        const count = (kind: keyof Stir) => () => {
          window.heard[kind] += 1;
        };
        window.app.mount({
          onActiveSpeaker: count('talk'),
          onUserUpdated: count('change'),
          onUserAdded: count('come'),
          onUserRemoved: count('go'),
        });
      });
      await status('joined');
      // The last screen disappears when the SDK has rendered the meeting, which takes some seconds on a slow machine.
      await page.waitForFunction(() => document.querySelector('.zoom-join-screen') === null);
      await page.waitForTimeout(1_000);

      const before = await app(page, ({ renders }) => renders);
      expect(before).toBeGreaterThan(0);
      const done = await stirIn(page);
      const heard = await page.evaluate(() => window.heard);
      expect(heard.talk).toBe(done.talk);
      // The SDK collects users who join, change and leave for a moment and reports them together.
      for (const kind of ['change', 'come', 'go'] as const) expect(heard[kind]).toBeGreaterThan(5);
      expect(await app(page, ({ renders }) => renders)).toBe(before);

      await page.evaluate(() => window.app.mount({ onActiveSpeaker: () => window.app.rerender() }));
      const { talk } = await stirIn(page);
      expect(await app(page, ({ renders }) => renders)).toBeGreaterThanOrEqual(before + talk);
      expect(problems).toEqual([]);
      await close();
    });
  },
);

const WARM_UP = 5;
/** 50 in `npm run test:all`. */
const CYCLES = isAll ? 50 : 6;

it(`${CYCLES} meetings, one after the other, grow the heap by less than 5 % and the DOM by nothing`, async () => {
  const { open, newContext, stop } = await startHarness([WITHOUT_OPTIMIZERS]);
  // A context of its own, because the opener page of a warm window would be counted. With motion, the last screen
  // takes a moment to disappear, so that it is there at each unmount.
  const context = await newContext({ reducedMotion: 'no-preference' });
  const { page, status } = await open('react-19', { context });
  const cdp = await page.context().newCDPSession(page);
  const meet = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await page.evaluate(() => window.app.mount());
      await status('joined');
      await page.evaluate(() => window.app.unmount());
    }
  };
  const left = async () => {
    await expect.poll(async () => (await memoryOf(cdp)).documents).toBe(1);
    return memoryOf(cdp);
  };
  // Load what stays loaded, and let V8 collect what it learns about it.
  await meet(WARM_UP);
  const before = await left();
  await meet(CYCLES);
  const { heap, ...dom } = await left();
  console.log(`heap: ${before.heap} bytes after ${WARM_UP} meetings, ${heap} after ${WARM_UP + CYCLES}`);
  expect(dom).toEqual({ nodes: before.nodes, documents: 1, listeners: before.listeners });
  expect(heap / before.heap).toBeLessThan(1.05);

  // Prove that the test would find one frame that is still referenced.
  await page.evaluate(() => window.app.mount());
  await status('joined');
  await page.evaluate(() => {
    Object.assign(window, { held: document.querySelector('iframe')?.contentWindow });
    window.app.unmount();
  });
  expect((await memoryOf(cdp)).heap / before.heap).toBeGreaterThan(1.5);
  await stop();
}, 300_000);
