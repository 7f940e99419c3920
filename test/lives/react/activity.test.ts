import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Evt } from '../../../src/testing/service/messages.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, UNDISTURBED, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('activity', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());
  const render = async (props: { whenHidden?: 'stay' }, isHidden: boolean) => {
    await tab.mount({ sdk: 'practice', ...props }, undefined, { scene: 'hidden', isHidden });
    await tab.settle();
  };
  const hide = (props = {}) => render(props, true);
  const show = (props = {}) => render(props, false);

  it('a tree that starts hidden joins when it is shown', async () => {
    await hide();
    expect(await tab.since()).toEqual({ frames: 0, isSameFrame: false, told: [] });
    await show();
    await tab.status('joined');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
  });

  it('hidden, they leave; shown, they are in again', async () => {
    await show();
    await tab.status('joined');
    await tab.mark();
    await hide();
    expect(await tab.since()).toEqual({ frames: 0, isSameFrame: false, told: ['left', 'onLeft:hidden'] });
    // The other participants see that the user leaves.
    await tab.until('the goodbye', (goodbye) => window.app.practice.received.includes(goodbye), Evt.leave);
    await tab.mark();
    await show();
    await tab.status('joined');
    expect(await tab.since()).toMatchObject({
      frames: 1,
      told: expect.arrayContaining(['joined', 'onJoined']),
    });
  });

  it('who has left stays out', async () => {
    await show();
    await tab.status('joined');
    await tab.evaluate(() => window.app.handle?.leave());
    await tab.status('left');
    await tab.mark();
    await hide();
    await show();
    expect(await tab.since()).toEqual({ frames: 0, isSameFrame: false, told: [] });
    await tab.status('left');
  });

  it('hidden with whenHidden="stay", they stay', async () => {
    await show({ whenHidden: 'stay' });
    await tab.status('joined');
    await tab.mark();
    await hide({ whenHidden: 'stay' });
    expect(await tab.since()).toEqual(UNDISTURBED);
    await show({ whenHidden: 'stay' });
    expect(await tab.since()).toEqual(UNDISTURBED);
    await tab.sees('Ada Lovelace');
  });
});
