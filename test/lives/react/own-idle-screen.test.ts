import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdFile, SCREENS } from '../support/hold-file.ts';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('own-idle-screen', () => {
  it.each(['fail', 'pass'] as const)(
    'our screens are late, then %s: the app’s own is there all the time',
    async (end) => {
      const screens = holdFile(world.pages, SCREENS, 'hold');
      const tab = await world.open();
      const atOnce = await tab.evaluate(() => {
        const buttons: string[] = [];
        const note = () => {
          const said = [...document.querySelectorAll('button')].map((button) => button.innerText).join();
          if (said !== buttons.at(-1)) buttons.push(said);
        };
        new MutationObserver(note).observe(document, { childList: true, characterData: true, subtree: true });
        Object.assign(window, { buttons });
        window.app.mount({ sdk: 'practice', refuse: true }, { scene: 'consent' });
        return document.querySelector<HTMLElement>('[data-zoom-join]')?.innerText;
      });
      expect(atOnce).toContain('This meeting is recorded.');
      await expect.poll(() => screens.asked, { message: 'requests for the screens' }).toBeGreaterThan(0);
      await tab.settle();
      screens.answer(end);
      await tab.settle();
      // Give React time to render what has loaded by now.
      await tab.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
      expect(await tab.evaluate(() => (window as { buttons?: string[] }).buttons)).toEqual(['I agree']);

      await tab.click('[data-zoom-join] button');
      await tab.status('failed');
      expect(await tab.log()).toContain('getSignature:join');
      await tab.close();
    },
  );
});
