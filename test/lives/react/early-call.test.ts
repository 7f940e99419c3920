import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REACTS } from '../../support/fixture-apps.ts';
import { firstOf } from '../../support/is-all.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const FROM = ['parent-effect', 'parent-layout-effect', 'child-effect', 'hook'] as const;

life('early-call', () => {
  describe.each(firstOf(1, REACTS.toReversed()))('%s', (react) => {
    let tab: LifeTab;
    beforeAll(async () => {
      tab = await world.open(react);
    });
    afterAll(() => tab.close());
    beforeEach(() => tab.afresh());

    // `getSignature` throws, which ends the join. What comes after that is the same for every join.
    it.each(FROM)('join() in an effect: %s', async (from) => {
      await tab.mount({ sdk: 'practice', refuse: true }, undefined, { scene: 'early', call: 'join', from });
      await tab.status('failed');
      // StrictMode has called it twice.
      expect((await tab.log()).filter((entry) => entry.startsWith('getSignature'))).toEqual([
        'getSignature:join',
      ]);
    });

    it('retry() in an effect', async () => {
      await tab.mount({ sdk: 'practice', refuse: true }, undefined, {
        scene: 'early',
        call: 'retry',
        from: 'parent-effect',
      });
      await tab.status('failed');
      expect(await tab.story()).toContain('onError:signature-request-failed');
    });

    it.each(['parent-effect', 'hook'] as const)('preload() in an effect: %s', async (from) => {
      await tab.mount({ sdk: 'practice' }, undefined, { scene: 'early', call: 'preload', from });
      await tab.until('a frame', () => document.querySelector('iframe') !== null);
      await tab.settle();
      expect(await tab.log()).toEqual([]);
    });

    it('join() in an effect, up to the meeting', async () => {
      await tab.mount({ sdk: 'practice' }, undefined, { scene: 'early', call: 'join', from: 'hook' });
      await tab.status('joined');
      await tab.sees('Ada Lovelace');
      expect(await tab.story()).toEqual(['joined', 'onJoined']);
    });
  });
});
