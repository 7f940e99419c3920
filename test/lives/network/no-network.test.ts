import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { AGAIN, cut, joined, seconds } from '../support/meeting-over-sockets.ts';
import { isRead } from '../support/ours.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  // The stand-in does not answer media requests. In the modern layout, the SDK would reconnect because of that.
  world.zoom.reset({ layout: 'legacy' });
});
afterAll(() => world.stop());

const timeout = 240_000;

async function goOffline(tab: LifeTab, meeting: string): Promise<void> {
  await tab.setOffline(true);
  // Going offline leaves open sockets open. Close them, because nothing gets through them in a tunnel either.
  cut(world.zoom, meeting);
  await tab.status('reconnecting');
}

life('no-network', () => {
  it.concurrent('for 8 s: in again by itself once there is one', { timeout }, async () => {
    const tab = await joined(world, '12345670001', {}, { isAlone: true });
    await goOffline(tab, '12345670001');
    await seconds(8);
    expect((await tab.story()).slice(2)).toEqual(['reconnecting', 'onReconnecting']);
    await tab.setOffline(false);
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    expect(await tab.story()).toEqual(AGAIN);
    await tab.close();
  });

  it.concurrent('for longer: it does not wait for the end of the pause', { timeout }, async () => {
    const tab = await joined(world, '12345670002', {}, { isAlone: true });
    await goOffline(tab, '12345670002');
    await tab.until('a long pause', () =>
      /Next try in 1\d s/.test(document.querySelector<HTMLElement>('[data-zoom-join]')?.innerText ?? ''),
    );
    const before = await tab.evaluate(() => window.app.signatures);
    await tab.setOffline(false);
    const back = Date.now();
    await tab.until('a try', (count) => window.app.signatures > count, before);
    // The pause had ten seconds or more to go.
    expect(Date.now() - back).toBeLessThan(8_000);
    await tab.status('joined');
    await tab.close();
  });

  it.concurrent('for longer than the app allows: it says so, and “Try again” goes on', {
    timeout,
  }, async () => {
    const tab = await joined(world, '12345670003', { timeouts: { reconnect: 10_000 } }, { isAlone: true });
    await goOffline(tab, '12345670003');
    await tab.status('failed');
    expect((await tab.story()).slice(-2)).toEqual(['failed', 'onError:offline']);
    await tab.until('the reason', isRead, 'You seem to be offline');
    await tab.setOffline(false);
    await tab.click('[data-zoom-join] button');
    await tab.status('joined');
    await tab.close();
  });

  it.concurrent('at a join: it is tried again, says why meanwhile, and gets in', { timeout }, async () => {
    const tab = await joined(world, '12345670004', {}, { isAlone: true });
    // The page and the component have loaded, except for the chunk with the error messages.
    await tab.afresh();
    await tab.setOffline(true);
    await tab.mount({ meeting: '12345670004' });
    await tab.until('a second try', () => window.app.signatures > 1);
    await tab.until('the reason', isRead, 'You seem to be offline');
    await seconds(8);
    await tab.setOffline(false);
    await tab.status('joined');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
    await tab.close();
  });
});
