import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { life } from '../support/life.ts';
import { AGAIN, cut, joined, seconds } from '../support/meeting-over-sockets.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.zoom.reset({ layout: 'legacy' });
});
afterAll(() => world.stop());

const timeout = 240_000;
const SLEEP_MS = 25_000;

/** All tests sleep at the same time, once all of them are ready, because the whole browser sleeps. */
let ready = 0;
let wake = (): void => {};
const slept = new Promise<void>((resolve) => {
  wake = resolve;
});

/** Resolves when the tab that joins last is open, which may take long on a busy machine. */
let hasOpened = (): void => {};
const opened = new Promise<void>((resolve) => {
  hasOpened = resolve;
});

async function areReady(count: number): Promise<void> {
  while (ready < count) await seconds(0.05);
}

/** Sleeps for three hours, as the page sees it. Afterwards timers fire first, and the network comes later. */
async function sleep(tab: LifeTab): Promise<void> {
  await tab.setOffline(true);
  ready += 1;
  await areReady(3);
  // The hours pass while the page is stopped, however long the tabs take until then.
  await tab.evaluate((ms) => {
    const { now } = Date;
    let seen = now();
    let slept = 0;
    Date.now = () => {
      if (now() - seen > ms) slept = 3 * 3_600_000;
      seen = now();
      return seen + slept;
    };
    setInterval(Date.now, 100);
  }, SLEEP_MS - 1_000);
  ready += 1;
  if (ready === 6)
    void seconds(0.5)
      .then(() => world.sleep(SLEEP_MS))
      .then(wake);
  await slept;
  await seconds(8);
  await tab.setOffline(false);
}

life('laptop-asleep', () => {
  it.concurrent('in a meeting, which goes on without it', { timeout }, async () => {
    const tab = await joined(world, '12345670001', {}, { isAlone: true });
    // The tab notices this when it wakes up.
    slept.then(() => cut(world.zoom, '12345670001'));
    await sleep(tab);
    await tab.until(
      'a second meeting',
      () => window.app.log.filter((entry) => entry === 'joined').length === 2,
    );
    await tab.sees('Grace Hopper');
    expect(await tab.story()).toEqual(AGAIN);
    await tab.close();
  });

  it.concurrent('while it reconnects: the limit does not count the sleep', { timeout }, async () => {
    // Less than the sleep and the 8 s after it, and enough for a busy machine while all are awake.
    const timeouts = { reconnect: 30_000 };
    const tab = await joined(world, '12345670002', { timeouts }, { isAlone: true });
    await tab.setOffline(true);
    // Cut the connection only when the others are ready too, because the reconnect limit is short.
    await areReady(1);
    await opened;
    cut(world.zoom, '12345670002');
    await tab.status('reconnecting');
    await sleep(tab);
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    expect(await tab.story()).toEqual(AGAIN);
    await tab.close();
  });

  it.concurrent('while it joins: it gets in', { timeout }, async () => {
    const tab = await world.open('react-19', { isAlone: true });
    // The endpoint does not answer this request.
    await tab.evaluate(() => {
      const { fetch } = window;
      window.fetch = (...asked) =>
        String(asked[0]).includes('signature') && !('isAwake' in window)
          ? new Promise(() => {})
          : fetch(...asked);
    });
    hasOpened();
    // Join only when the others are ready, because the request for a signature must not time out before the sleep.
    await areReady(2);
    await inTurn(() => tab.mount({ meeting: '12345670003', timeouts: { signature: 30_000 } }));
    await tab.until('a request', () => window.app.signatures === 1);
    slept.then(() => tab.evaluate(() => void Object.assign(window, { isAwake: true })));
    await sleep(tab);
    await tab.status('joined');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
    await tab.close();
  });
});
