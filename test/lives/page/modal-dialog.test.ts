import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { pressInMeeting } from '../support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => tab.afresh());

/** Returns what has the focus: a button, by its text, or the meeting. */
const focused = () =>
  tab.evaluate(() => {
    const { activeElement } = document;
    if (activeElement?.localName !== 'iframe') return (activeElement as HTMLElement).innerText.trim();
    const inside = document.querySelector('iframe')?.contentDocument?.activeElement;
    return inside?.localName === 'body' ? 'the frame' : 'the meeting';
  });

/** Presses the key until the focus gets to `until`. Returns where the focus has been, each stop once. */
async function travel(key: 'Tab' | 'Shift+Tab', until: string): Promise<string[]> {
  const stops: string[] = [];
  for (let steps = 0; steps < 60 && stops.at(-1) !== until; steps += 1) {
    await tab.press(key);
    const stop = await focused();
    if (stop !== stops.at(-1)) stops.push(stop);
  }
  return stops;
}

const closings = async () => (await tab.log()).filter((entry) => entry === 'app:closed').length;

life('modal-dialog', () => {
  it.each(['native', 'radix', 'focus-trap'] as const)('%s', async (modal) => {
    await tab.mount({ sdk: 'practice' }, undefined, { scene: 'in-modal', modal });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    // Joining does not move the focus.
    expect(await focused()).toBe('before');

    expect(await travel('Tab', 'after')).toEqual(['the meeting', 'after']);
    expect(await travel('Shift+Tab', 'before')).toEqual(['the meeting', 'before']);
    expect(await travel('Tab', 'the meeting')).toEqual(['the meeting']);

    await tab.press('Escape');
    expect(await closings()).toBe(1);

    // Escape closes Zoom's own panel first.
    await pressInMeeting(tab, 'button[title=Settings]');
    await tab.sees('Select a Camera');
    await tab.press('Escape');
    expect(await closings()).toBe(1);
    await tab.press('Escape');
    expect(await closings()).toBe(2);

    // As in the browsers that lack it: see docs/browsers.md.
    await tab.evaluate(() => {
      const dialog = document.querySelector('dialog');
      if (dialog) Object.defineProperty(dialog, 'requestClose', { value: undefined });
    });
    await tab.press('Escape');
    expect(await closings()).toBe(3);
    expect(await tab.status('joined')).toBeUndefined();
  });
});
