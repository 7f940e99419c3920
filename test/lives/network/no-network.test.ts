import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { isRead } from '../support/ours.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const timeout = 180_000;
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** In a meeting whose connection breaks with the network. */
async function joined(props: Parameters<LifeTab['mount']>[0] = {}): Promise<LifeTab> {
  world.zoom.reset({ layout: 'legacy' });
  const tab = await world.open();
  await tab.mount(props);
  await tab.status('joined');
  return tab;
}

async function goOffline(tab: LifeTab): Promise<void> {
  await tab.setOffline(true);
  // What is open stays open, to the browser: in a tunnel nothing comes through it.
  world.zoom.service.cut();
  await tab.status('reconnecting');
}

const AGAIN = ['joined', 'onJoined', 'reconnecting', 'onReconnecting', 'joined', 'onJoined'];

life('no-network', () => {
  it('for 8 s: in again by itself once there is one', { timeout }, async () => {
    const tab = await joined();
    await goOffline(tab);
    await seconds(8);
    expect((await tab.story()).slice(2)).toEqual(['reconnecting', 'onReconnecting']);
    await tab.setOffline(false);
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    expect(await tab.story()).toEqual(AGAIN);
    await tab.close();
  });

  it('it does not wait for the end of the pause', { timeout }, async () => {
    const tab = await joined();
    await goOffline(tab);
    await tab.until('a long pause', () =>
      /Next try in (1[0-5]) s/.test(document.querySelector<HTMLElement>('[data-zoom-join]')?.innerText ?? ''),
    );
    const before = await tab.evaluate(() => window.app.signatures);
    await tab.setOffline(false);
    await expect.poll(() => tab.evaluate(() => window.app.signatures), { timeout: 5_000 }).toBe(before + 1);
    await tab.status('joined');
    await tab.close();
  });

  it('for longer than the app allows: it fails, says so, and “Try again” goes on', { timeout }, async () => {
    const tab = await joined({ timeouts: { reconnect: 10_000 } });
    await goOffline(tab);
    await tab.status('failed');
    await tab.until('onError', () => window.app.errors.length > 0);
    expect((await tab.story()).slice(-2)).toEqual(['failed', 'onError:offline']);
    await tab.setOffline(false);
    await tab.click('[data-zoom-join] button');
    await tab.status('joined');
    await tab.close();
  });

  it('at a join: it is tried again, says why meanwhile, and gets in', { timeout }, async () => {
    world.zoom.reset();
    const tab = await world.open();
    await tab.mount({ autoJoin: false });
    await tab.click('[data-zoom-join] button');
    await tab.status('joined');
    await tab.afresh();
    // The page has loaded, and all of the component but its words.
    await tab.setOffline(true);
    await tab.mount();
    await tab.until('a second try', () => window.app.signatures > 1);
    await tab.until('the reason', isRead, 'You seem to be offline');
    await seconds(8);
    await tab.setOffline(false);
    await tab.status('joined');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
    await tab.close();
  });
});
