import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REACTS } from '../../support/fixture-apps.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, UNDISTURBED, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('sibling-suspends', () => {
  describe.each(REACTS)('%s', (react) => {
    let tab: LifeTab;
    const show = (panel?: string) => tab.mount({ sdk: 'practice' }, undefined, { scene: 'sibling', panel });
    const isLoading = () => tab.until('the fallback', () => document.body.innerText.includes('Loading…'));

    it('the meeting goes on while the sibling loads, and after that', async () => {
      tab = await world.open(react);
      await show();
      await tab.status('joined');
      await tab.mark();
      await show('chat');
      await isLoading();
      await tab.settle();
      expect(await tab.since()).toEqual(UNDISTURBED);

      await tab.evaluate(() => dispatchEvent(new Event('chat')));
      await tab.until('the panel', () => document.body.innerText.includes('The panel chat'));
      await tab.settle();
      expect(await tab.since()).toEqual(UNDISTURBED);
      await tab.status('joined');
    });

    it('unmounted while the sibling loads, they leave once', async () => {
      await show('files');
      await isLoading();
      await tab.unmount();
      await tab.settle();
      const { frames, told } = await tab.since();
      expect({ frames, left: told.filter((entry) => entry.startsWith('on')) }).toEqual({
        frames: 0,
        left: ['onLeft:unmount'],
      });
      await tab.close();
    });
  });
});
