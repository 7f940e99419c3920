import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, UNDISTURBED, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => tab.afresh());

/** Calls `end()` as an app does, and returns the result. */
const end = () =>
  tab.evaluate(async () => {
    try {
      await window.app.handle?.end();
      return 'ended';
    } catch (error) {
      const { name, code, message } = error as { name: string; code: string; message: string };
      return { name, code, hasMessage: message.length > 20 };
    }
  });

life('refused-end', () => {
  it('without a meeting', async () => {
    await tab.mount({ sdk: 'practice', autoJoin: false });
    const refused = { name: 'ZoomJoinError', code: 'not-in-meeting', hasMessage: true };
    expect(await end()).toEqual(refused);
    await tab.mount({ sdk: 'practice' });
    // The join is not complete yet.
    expect(await end()).toEqual(refused);
    await tab.status('joined');
    await tab.evaluate(() => window.app.handle?.leave());
    expect(await end()).toEqual(refused);
    expect(await tab.story()).toEqual(['joined', 'onJoined', 'left', 'onLeft:user']);
  });

  it('who is no host is refused, and stays; a kick is a kick later', async () => {
    await tab.mount({ sdk: 'practice' }, {});
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await tab.mark();
    expect(await end()).toMatchObject({ name: 'ZoomJoinError', hasMessage: true });
    await tab.settle();
    expect(await tab.since()).toEqual(UNDISTURBED);
    await tab.evaluate(() => window.app.practice.host.remove());
    await tab.status('left');
    expect((await tab.since()).told).toEqual(['left', 'onLeft:removed']);
  });
});
