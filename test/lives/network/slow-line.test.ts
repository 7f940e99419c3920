import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAll } from '../../support/is-all.ts';
import { Line } from '../../support/line.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const LOAD_MS = 1_000;
const SDK = /zoom-meeting-embedded/;

/**
 * Opens a tab in which the SDK's largest script never arrives.
 *
 * @param answer How each request for it is answered.
 */
async function openWithout(answer: (response: ServerResponse) => void): Promise<LifeTab> {
  const { zoom } = world;
  zoom.reset();
  zoom.intercept = (request, response) => {
    const isTaken = SDK.test(request.url ?? '');
    if (isTaken) answer(response);
    return isTaken;
  };
  return world.open();
}

/** Mounts the component, and resolves to how long it took to fail, in ms. */
async function failsAfter(tab: LifeTab): Promise<number> {
  const start = Date.now();
  await tab.mount({ timeouts: { load: LOAD_MS } });
  await tab.status('failed');
  const ms = Date.now() - start;
  expect(await tab.story()).toEqual(['failed', 'onError:sdk-load-timeout']);
  await tab.close();
  return ms;
}

life('slow-line', () => {
  it.each(isAll ? [400, 550] : [400])('joins at %d kbit/s', async (kbitPerSecond) => {
    const { zoom } = world;
    zoom.reset();
    zoom.line = new Line(kbitPerSecond);
    const tab = await world.open();
    await tab.mount();
    await tab.until('the SDK has loaded', () => window.app.log.includes('joining'));
    await tab.status('joined');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
    await tab.close();
  });

  it('fails soon where no server answers', async () => {
    const tab = await openWithout(() => {});
    // The server has 3 s to answer. The rest is for a busy machine.
    expect(await failsAfter(tab)).toBeLessThan(LOAD_MS + 3_000 + 6_000);
  });

  it.each(isAll ? ['heads'] : [])(
    'fails in the end where a server answers, but sends no more than %s',
    async () => {
      const tab = await openWithout((response) => response.writeHead(200).flushHeaders());
      const ms = await failsAfter(tab);
      expect(ms).toBeGreaterThan(5 * LOAD_MS);
      expect(ms).toBeLessThan(10 * LOAD_MS + 5_000);
    },
  );
});
