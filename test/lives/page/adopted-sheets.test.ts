import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('adopted-sheets', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());

  /** Shows the idle screen, and waits for everything that it loads. */
  const show = async (scene: 'plain' | 'shadow', userName = 'Ada Lovelace') => {
    await tab.mount({ sdk: 'practice', autoJoin: false, userName }, undefined, { scene });
    await tab.until('the screens', () => {
      const root = document.querySelector('#shadow')?.shadowRoot ?? document;
      return root.querySelector('[role=status]') !== null;
    });
    await tab.settle();
  };
  /** Assigns another library's list of style sheets. With `keeps`, our sheet stays in it, before theirs. */
  const assign = (keeps: boolean) =>
    tab.evaluate((isKept) => {
      const root = document.querySelector('#shadow')?.shadowRoot ?? document;
      const theirs = [new CSSStyleSheet(), new CSSStyleSheet()];
      for (const sheet of theirs) sheet.replaceSync('.theirs{color:red}');
      root.adoptedStyleSheets = [...(isKept ? root.adoptedStyleSheets : []), ...theirs];
      // Keep the root, because it is also needed after an unmount.
      Object.assign(window, { sheets: root });
    }, keeps);
  /** Returns whose sheets are adopted. */
  const adopted = () =>
    tab.evaluate(() => {
      const { sheets = document } = window as { sheets?: Document | ShadowRoot };
      return sheets.adoptedStyleSheets.map((sheet) =>
        [...sheet.cssRules].some(({ cssText }) => cssText.includes('zoom-join')) ? 'ours' : 'theirs',
      );
    });
  const forget = () =>
    tab.evaluate(() => {
      document.adoptedStyleSheets = [];
      Object.assign(window, { sheets: undefined });
    });

  it.each(['plain', 'shadow'] as const)('ours alone goes with the component: %s', async (scene) => {
    await forget();
    await show(scene);
    await assign(true);
    expect(await adopted()).toEqual(['ours', 'theirs', 'theirs']);
    await tab.unmount();
    expect(await adopted()).toEqual(['theirs', 'theirs']);
  });

  it.each(['plain', 'shadow'] as const)(
    'a list without it has theirs at the end, and no less: %s',
    async (scene) => {
      await forget();
      await show(scene);
      await assign(false);
      expect(await adopted()).toEqual(['theirs', 'theirs']);
      await tab.unmount();
      expect(await adopted()).toEqual(['theirs', 'theirs']);
    },
  );

  it.each(['plain', 'shadow'] as const)('it comes back with the next commit: %s', async (scene) => {
    await forget();
    await show(scene);
    await assign(false);
    await show(scene, 'Grace Hopper');
    expect(await adopted()).toEqual(['theirs', 'theirs', 'ours']);
    await show(scene, 'Alan Turing');
    expect(await adopted()).toEqual(['theirs', 'theirs', 'ours']);
    await tab.unmount();
    expect(await adopted()).toEqual(['theirs', 'theirs']);
  });

  it('it goes with the element into another window', async () => {
    await forget();
    await show('plain');
    const sheets = () =>
      tab.evaluate(() => {
        const { popup } = window as { popup?: Window };
        return [document.adoptedStyleSheets.length, popup?.document.adoptedStyleSheets.length];
      });
    await tab.evaluate(() => {
      const popup = open('', '', 'popup,width=800,height=600');
      const box = document.querySelector('#box');
      if (!(popup && box)) throw new Error('no popup');
      Object.assign(window, { popup });
      popup.document.body.append(box);
    });
    // This is a commit of its own, not that of the move.
    await tab.mount({ sdk: 'practice', autoJoin: false, userName: 'Grace Hopper' });
    await tab.settle();
    expect(await sheets()).toEqual([0, 1]);
    await tab.unmount();
    expect(await sheets()).toEqual([0, 0]);
    await tab.evaluate(() => {
      const { popup } = window as { popup?: Window };
      document.body.append(popup?.document.querySelector('#box') ?? '');
      popup?.close();
    });
  });
});
