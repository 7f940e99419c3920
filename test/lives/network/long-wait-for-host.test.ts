import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const timeout = 240_000;
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** Resolves when so many more tries have begun, and the last has come to its end. */
async function tries(count: number): Promise<void> {
  const before = await tab.evaluate(() => window.app.signatures);
  await tab.until('more tries', (least) => window.app.signatures >= least, before + count);
  await tab.until('a pause', () => /Next try in/.test(document.body.innerText));
}

async function waiting(): Promise<void> {
  world.zoom.reset({ layout: 'legacy', started: false });
  tab = await world.open();
  await tab.mount({ timeouts: { signature: 3_000 } });
  await tab.status('waiting');
}

async function hostStarts(): Promise<void> {
  world.zoom.service.started = true;
  await tab.status('joined');
  await tab.sees('Grace Hopper');
  expect(await tab.story()).toEqual(['waiting', 'onWaiting:host', 'joined', 'onJoined']);
  await tab.close();
}

life('long-wait-for-host', () => {
  it('one thing after another does not answer, more often than a join would be tried again', {
    timeout,
  }, async () => {
    const { zoom, pages } = world;
    await waiting();
    zoom.refuseSockets = true;
    await tries(3);
    zoom.refuseSockets = false;
    // An answer of Zoom’s.
    await tries(1);
    zoom.intercept = (request, response) => {
      if (!request.url?.includes('/wc/')) return false;
      response.writeHead(503).end();
      return true;
    };
    await tries(3);
    zoom.intercept = undefined;
    pages.intercept = (_request, response) => {
      response.writeHead(500).end();
      return true;
    };
    await tries(1);
    // It hangs.
    pages.intercept = () => true;
    await tries(1);
    pages.intercept = undefined;
    await hostStarts();
  });

  it('for more than a minute without a network, the lid closed for a part of it', { timeout }, async () => {
    await waiting();
    await tab.setOffline(true);
    await seconds(15);
    await world.sleep(35_000);
    // Its timers have fired; the network comes later.
    await seconds(20);
    await tab.setOffline(false);
    await hostStarts();
  });
});
