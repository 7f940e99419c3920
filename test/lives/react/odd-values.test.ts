import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, UNDISTURBED, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('odd-values', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());

  it('a BigInt is a meeting number', async () => {
    await tab.evaluate(() => window.app.mount({ sdk: 'practice', meeting: 12345678901n }));
    await tab.status('joined');
    expect(await tab.evaluate(() => window.app.requests[0]?.meetingNumber)).toBe('12345678901');
  });

  it('`init` may hold an element and a cycle, and its functions are those of the latest render', async () => {
    const show = (answer: string) =>
      tab.evaluate((poll) => {
        const cycle: { self?: object } = {};
        cycle.self = cycle;
        window.app.mount({
          sdk: 'practice',
          init: {
            customize: {
              chat: { popper: { anchorElement: document.querySelector('#box') } },
              toolbar: {
                buttons: [{ text: 'Poll', className: 'poll', onClick: () => window.app.log.push(poll) }],
              },
            },
            appData: cycle,
          },
        });
      }, answer);
    await show('first poll');
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await tab.mark();
    await show('second poll');
    await tab.settle();
    expect(await tab.since()).toEqual(UNDISTURBED);

    const inFrame = (selector: string) =>
      tab.until(
        selector,
        (wanted) => {
          const found = document.querySelector('iframe')?.contentDocument?.querySelector<HTMLElement>(wanted);
          found?.click();
          return Boolean(found);
        },
        selector,
      );
    await inFrame('button[title=More]');
    await inFrame('.poll');
    await tab.until('the poll', () => window.app.log.some((entry) => entry.endsWith('poll')));
    expect((await tab.since()).told).toEqual(['second poll']);
  });
});
