import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('late-props', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());

  it('autoJoin', async () => {
    await tab.mount({ sdk: 'practice', autoJoin: false });
    await tab.settle();
    expect(await tab.log()).toEqual([]);
    await tab.mount({ sdk: 'practice', autoJoin: true });
    await tab.status('joined');
  });

  it('userName', async () => {
    await tab.mount({ sdk: 'practice', userName: '' });
    await tab.status('failed');
    expect(await tab.story()).toEqual(['failed', 'onError:invalid-user-name']);
    await tab.mount({ sdk: 'practice', userName: 'Ada' });
    await tab.status('joined');
    expect(await tab.story()).toEqual(['failed', 'onError:invalid-user-name', 'joined', 'onJoined']);
  });

  it('getSignature', async () => {
    await tab.evaluate(() => window.app.mount({ sdk: 'practice', getSignature: undefined }));
    await tab.status('failed');
    expect(await tab.story()).toEqual(['failed', 'onError:invalid-options']);
    await tab.mount({ sdk: 'practice' });
    await tab.status('joined');
    expect(await tab.story()).toEqual(['failed', 'onError:invalid-options', 'joined', 'onJoined']);
  });
});
