import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const timeout = 180_000;
const SLEEP_MS = 25_000;
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** Three hours, to the page. */
async function sleepFor(tab: LifeTab): Promise<void> {
  await tab.evaluate((ms) => {
    const { now } = Date;
    const wakes = now() + ms;
    Date.now = () => now() + (now() > wakes ? 3 * 3_600_000 : 0);
  }, SLEEP_MS - 1_000);
  await tab.setOffline(true);
  await world.sleep(SLEEP_MS);
}

async function joined(props: Parameters<LifeTab['mount']>[0] = {}): Promise<LifeTab> {
  world.zoom.reset({ layout: 'legacy' });
  const tab = await world.open();
  await tab.mount(props);
  await tab.status('joined');
  return tab;
}

async function isBack(tab: LifeTab): Promise<void> {
  // Timers fire first, the network comes later.
  await seconds(8);
  await tab.setOffline(false);
  await tab.status('joined');
  await tab.sees('Grace Hopper');
  expect(await tab.story()).toEqual([
    ...['joined', 'onJoined', 'reconnecting', 'onReconnecting', 'joined', 'onJoined'],
  ]);
  await tab.close();
}

life('laptop-asleep', () => {
  it('in a meeting, which goes on without it', { timeout }, async () => {
    const tab = await joined();
    await tab.setOffline(true);
    setTimeout(() => world.zoom.service.cut(), 5_000);
    await sleepFor(tab);
    await isBack(tab);
  });

  it('while it reconnects: the limit does not count the sleep', { timeout }, async () => {
    const tab = await joined({ timeouts: { reconnect: 20_000 } });
    world.zoom.refuseSockets = true;
    world.zoom.service.cut();
    await tab.status('reconnecting');
    await sleepFor(tab);
    world.zoom.refuseSockets = false;
    await isBack(tab);
  });

  it('while it joins: it gets in', { timeout }, async () => {
    world.zoom.reset({ layout: 'legacy' });
    const tab = await world.open();
    world.pages.intercept = () => true;
    await tab.mount({ timeouts: { signature: 20_000 } });
    await tab.until('a request', () => window.app.signatures === 1);
    await sleepFor(tab);
    world.pages.intercept = undefined;
    await seconds(3);
    await tab.setOffline(false);
    await tab.status('joined');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
    await tab.close();
  });
});
