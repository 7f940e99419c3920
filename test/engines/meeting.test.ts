import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isGoodbye } from '../lives/support/goodbye.ts';
import { pressButton } from '../lives/support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../lives/support/world.ts';
import { isAll } from '../support/is-all.ts';

const PEOPLE = ['Grace Hopper', 'Alan Turing'];
const REMOUNTS = isAll ? 30 : 10;
/** After more than six seconds, an earlier version took the waiting room for the end of the meeting. */
const WAIT_MS = 10_000;

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
beforeEach(() => tab.afresh());
afterAll(() => world.stop());

async function join(options: { layout?: 'webrtc' | 'legacy'; waitingRoom?: boolean } = {}): Promise<void> {
  await tab.mount({ sdk: 'practice' }, { people: PEOPLE, ...options });
  await tab.status(options.waitingRoom ? 'waiting' : 'joined');
}

const frames = () => tab.evaluate(() => document.querySelectorAll('iframe').length);

describe('Meetings', () => {
  it.each(['webrtc', 'legacy'] as const)(
    'join, in the %s layout: everybody is to be seen',
    async (layout) => {
      await join({ layout });
      await pressButton(tab, 'Participants');
      for (const person of PEOPLE) await tab.sees(person);
      expect((await tab.story()).filter((entry) => !entry.startsWith('onUser'))).toEqual([
        'joined',
        'onJoined',
      ]);
    },
  );

  it('join over real connections, with the SDK from a CDN', async () => {
    world.zoom.reset({ layout: 'legacy' });
    await tab.mount();
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    await tab.unmount();
    await expect.poll(() => world.zoom.openSockets).toBe(0);
    expect(world.zoom.received.filter(isGoodbye).length).toBeGreaterThan(0);
  });

  it('people who come and go', async () => {
    await join();
    const added = await tab.evaluate(() =>
      window.app.practice.participants.add({ name: 'Katherine Johnson' }),
    );
    await tab.sees('Katherine Johnson');
    await tab.evaluate((id) => window.app.practice.participants.remove(id), added.userId);
    await tab.until(
      'the one who left is gone',
      () => !document.querySelector('iframe')?.contentDocument?.body.innerText.includes('Katherine Johnson'),
    );
  });

  it('leave, and join again', async () => {
    await join();
    await tab.evaluate(() => window.app.handle?.leave());
    await tab.status('left');
    await expect.poll(frames).toBe(0);
    await tab.evaluate(() => window.app.handle?.join());
    await tab.status('joined');
    await tab.sees('Grace Hopper');
  });

  it('many quick remounts: in the meeting once', async () => {
    await tab.mount({ sdk: 'practice' }, { people: PEOPLE });
    for (let count = 0; count < REMOUNTS; count += 1) {
      await tab.evaluate(async (ms) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        window.app.unmount();
        window.app.mount({ sdk: 'practice' });
      }, count * 7);
    }
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    expect(await frames()).toBe(1);
    // The user is in it once.
    expect(await tab.evaluate(() => window.app.practice.participants.list().length)).toBe(PEOPLE.length + 1);
  });

  it('an unmount leaves nothing', async () => {
    const count = () => tab.evaluate(() => document.querySelectorAll('*').length);
    await join();
    await tab.unmount();
    const before = await count();
    await join();
    await tab.sees('Grace Hopper');
    await tab.unmount();
    expect(await frames()).toBe(0);
    expect(await count()).toBe(before);
    expect(
      await tab.evaluate(() => Object.keys(window).filter((name) => /zoom|jitsi|webpack/i.test(name))),
    ).toEqual([]);
  });

  it('the waiting room, for as long as the host likes', { timeout: 120_000 }, async () => {
    await join({ waitingRoom: true });
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    expect(await tab.story()).toEqual(['waiting', 'onWaiting:admission']);
    await tab.evaluate(() => window.app.practice.host.admit());
    await tab.status('joined');
    await tab.sees('Grace Hopper');
  });

  it('a lost connection that comes back', async () => {
    await join();
    await tab.evaluate(() => window.app.practice.network.drop());
    await tab.status('reconnecting');
    await tab.evaluate(() => window.app.practice.network.restore());
    await tab.status('joined');
    await tab.sees('Grace Hopper');
  });

  it.each([
    ['removed by the host', 'remove', 'removed'],
    ['ended by the host', 'end', 'ended'],
  ] as const)('%s', async (_how, act, reason) => {
    await join();
    await tab.evaluate((what) => window.app.practice.host[what](), act);
    await tab.status('left');
    await expect.poll(async () => (await tab.story()).at(-1)).toContain(reason);
    expect(await frames()).toBe(0);
  });
});
