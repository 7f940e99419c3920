import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('changed-tree', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());

  it('they are in again, and the developer is told how to avoid it', async () => {
    const show = (isWide: boolean) =>
      tab.mount({ sdk: 'practice' }, undefined, { scene: 'branches', isWide });
    await show(true);
    await tab.status('joined');
    // Neither StrictMode nor another render causes the warning.
    await show(true);
    await tab.settle();
    expect(await tab.evaluate(() => window.app.warnings)).toEqual([]);

    await tab.mark();
    await show(false);
    await tab.status('joined');
    const { frames, told } = await tab.since();
    expect({ frames, warnings: told.filter((entry) => entry.startsWith('onWarning')) }).toEqual({
      frames: 1,
      warnings: ['onWarning:remounted'],
    });
    expect(await tab.evaluate(() => window.app.warnings)).toEqual([expect.stringMatching(/tree/)]);
  });

  // Use another meeting, because this page has just left the first one.
  it('in the console, if there is no onWarning', async () => {
    const show = (isWide: boolean) =>
      tab.evaluate(
        (wide) =>
          window.app.mount(
            { sdk: 'practice', meeting: '987 6543 2109', onWarning: undefined },
            { scene: 'branches', isWide: wide },
          ),
        isWide,
      );
    await tab.evaluate(() => {
      const warned: string[] = [];
      const { warn } = console;
      console.warn = (...said: unknown[]) => {
        warned.push(said.join(' '));
        warn(...said);
      };
      Object.assign(window, { warned });
    });
    await show(true);
    await tab.status('joined');
    await show(false);
    await tab.status('joined');
    expect(await tab.evaluate(() => (window as { warned?: string[] }).warned)).toEqual([
      expect.stringMatching(/react-zoom-join.*tree/s),
    ]);
  });
});
