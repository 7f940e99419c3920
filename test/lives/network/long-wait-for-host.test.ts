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

/** Resolves when so many more tries have begun, and the last has come to its end. */
async function tries(count: number): Promise<void> {
  const before = await tab.evaluate(() => window.app.signatures);
  await tab.until('more tries', (least) => window.app.signatures >= least, before + count);
  await tab.until('a pause', () => /Next try in/.test(document.body.innerText));
}

async function waiting(): Promise<void> {
  world.zoom.reset({ layout: 'legacy', started: false });
  tab = await world.open();
  await tab.mount();
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
  it('each of the three kinds of blip, more often than a join would be tried again', {
    timeout,
  }, async () => {
    await waiting();
    world.zoom.refuseSockets = true;
    await tries(3);
    world.zoom.refuseSockets = false;
    // An answer of Zoom’s.
    await tries(1);
    world.zoom.intercept = (request, response) => {
      if (!request.url?.includes('/wc/')) return false;
      response.writeHead(503).end();
      return true;
    };
    await tries(3);
    world.zoom.intercept = undefined;
    await tab.setOffline(true);
    await tries(2);
    await tab.setOffline(false);
    await hostStarts();
  });

  it('for longer than a minute without a network', { timeout }, async () => {
    await waiting();
    await tab.setOffline(true);
    await new Promise((resolve) => setTimeout(resolve, 70_000));
    await tab.setOffline(false);
    await hostStarts();
  });

  it('a signature endpoint that answers 500 for a while, or not at all', { timeout }, async () => {
    await waiting();
    world.pages.intercept = (_request, response) => {
      response.writeHead(500).end();
      return true;
    };
    await tries(2);
    world.pages.intercept = () => true;
    await tries(1);
    world.pages.intercept = undefined;
    await hostStarts();
  });

  it('a lid that is closed in the pause, and opened before there is a network', { timeout }, async () => {
    await waiting();
    await tab.setOffline(true);
    await world.sleep(35_000);
    // Its timers have fired; the network comes later.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    await tab.setOffline(false);
    await hostStarts();
  });
});
