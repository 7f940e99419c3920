import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { answer503, seconds } from '../support/meeting-over-sockets.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.zoom.reset({ layout: 'legacy', started: false });
});
afterAll(() => world.stop());

const timeout = 240_000;

/** Resolves when this many more attempts have started and the last one has ended. */
async function tries(tab: LifeTab, count: number): Promise<void> {
  const before = await tab.evaluate(() => window.app.signatures);
  await tab.until('more tries', (least) => window.app.signatures >= least, before + count);
  await tab.until('a pause', () => /Next try in/.test(document.body.innerText));
}

async function isIn(tab: LifeTab): Promise<void> {
  await tab.status('joined');
  await tab.sees('Grace Hopper');
  expect(await tab.story()).toEqual(['waiting', 'onWaiting:host', 'joined', 'onJoined']);
  await tab.close();
}

life('long-wait-for-host', () => {
  it.concurrent('one thing after another does not answer, more often than a join would be tried again', {
    timeout,
  }, async () => {
    const { zoom, pages } = world;
    const tab = await world.open();
    await tab.mount({ timeouts: { signature: 3_000 } });
    await tab.status('waiting');
    zoom.refuseSockets = true;
    await tries(tab, 3);
    zoom.refuseSockets = false;
    // Here Zoom answers the attempt.
    await tries(tab, 1);
    answer503(zoom);
    await tries(tab, 2);
    zoom.intercept = undefined;
    pages.intercept = (_request, response) => {
      response.writeHead(500).end();
      return true;
    };
    await tries(tab, 1);
    // The endpoint never answers.
    pages.intercept = () => true;
    await tries(tab, 1);
    pages.intercept = undefined;
    zoom.service.started = true;
    await isIn(tab);
  });

  it.concurrent('for more than a minute without a network', { timeout }, async () => {
    const tab = await world.open('react-19', { isAlone: true });
    await tab.mount({ sdk: 'practice' }, { started: false, people: ['Grace Hopper'], faces: false });
    await tab.status('waiting');
    await tab.setOffline(true);
    await seconds(65);
    await tab.evaluate(() => window.app.practice.host.start());
    await tab.setOffline(false);
    await isIn(tab);
  });
});
