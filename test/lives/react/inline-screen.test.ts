import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('inline-screen', () => {
  it.each(['component', 'hooks'] as const)('%s: a text field keeps its text and the focus', async (as) => {
    const tab = await world.open();
    await tab.mount({}, undefined, { scene: 'inline', as });
    await tab.until('the text field', () => document.querySelector('input') !== null);
    await tab.click('input');
    await tab.type('Grace');
    expect(
      await tab.evaluate(() => ({
        hasFocus: document.activeElement === document.querySelector('input'),
        typed: document.querySelector('input')?.value,
        heard: document.querySelector('output')?.value,
      })),
    ).toEqual({ hasFocus: true, typed: 'Grace', heard: 'Grace' });
    await tab.close();
  });
});
