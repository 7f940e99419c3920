import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { pressAt, pressInMeeting } from '../support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => tab.afresh());

/** A point beside the component. */
const BACKGROUND = [980, 620] as const;

const focused = () => tab.evaluate(() => document.activeElement?.localName);

async function end(): Promise<void> {
  await tab.evaluate(() => window.app.practice.host.end());
  await tab.status('left');
  await tab.settle();
}

life('background-click', () => {
  it('from the meeting', async () => {
    await tab.mount({ sdk: 'practice' });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await pressInMeeting(tab, '#zoom');
    expect(await focused()).toBe('iframe');
    await pressAt(tab, BACKGROUND);
    await end();
    expect(await focused()).toBe('body');
  });

  it('from a button of ours', async () => {
    await tab.mount({ sdk: 'practice', autoJoin: false });
    await tab.until('the button', () => document.querySelector('[data-zoom-join] button') !== null);
    await tab.evaluate(() => document.querySelector<HTMLElement>('[data-zoom-join] button')?.focus());
    await pressAt(tab, BACKGROUND);
    await tab.evaluate(() => window.app.handle?.join());
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    expect(await focused()).toBe('body');
    await end();
    expect(await focused()).toBe('body');
  });

  it('whoever has not clicked elsewhere goes on with the keyboard', async () => {
    await tab.mount({ sdk: 'practice' });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await pressInMeeting(tab, '#zoom');
    await end();
    const isOurs = await tab.evaluate(
      () => document.activeElement?.matches('[data-zoom-join] [role=group]') === true,
    );
    expect(isOurs).toBe(true);
  });
});
