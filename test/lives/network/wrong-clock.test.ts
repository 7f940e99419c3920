import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await tab.afresh();
  world.zoom.reset();
});

/** Sets the clock of the page. The endpoint and Zoom have clocks of their own, which are right. */
const setClock = (minutesFast: number) =>
  tab.evaluate((minutes) => {
    const original = (window as { originalNow?: () => number }).originalNow ?? Date.now;
    Object.assign(window, { originalNow: original });
    Date.now = () => original() + minutes * 60_000;
  }, minutesFast);

life('wrong-clock', () => {
  it.each([
    ['31 minutes fast', 31],
    ['31 minutes slow', -31],
    ['three days fast', 3 * 24 * 60],
  ])('%s: the person is in, and the developer hears of a doubt', async (_, minutes) => {
    await setClock(minutes);
    await tab.mount({ sdk: '/zoom-sdk' });
    await tab.status('joined');
    await tab.until('a warning', () => window.app.warnings.length > 0);
    expect((await tab.log()).filter((entry) => /^(failed|onError|onWarning)/.test(entry))).toEqual([
      'onWarning:signature-doubtful',
    ]);
  });

  it('where Zoom does refuse, the error says how far the clocks are apart', async () => {
    await setClock(45);
    world.zoom.service.fail(3712);
    await tab.mount({ sdk: '/zoom-sdk' });
    await tab.status('failed');
    const { code, hint } = await tab.evaluate(() => {
      const [error] = window.app.errors;
      return { code: error?.code, hint: error?.hint };
    });
    expect(code).toBe('signature-invalid');
    expect(hint).toMatch(/expired 1\d minutes ago.*clock/);
  });
});
