import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdFile, SCREENS } from '../lives/support/hold-file.ts';
import { buttons, isRead } from '../lives/support/ours.ts';
import { type LifeTab, startWorld, type World } from '../lives/support/world.ts';
import { firstOf } from '../support/is-all.ts';

const PEOPLE = ['Grace Hopper'];
const PASSCODE_WRONG = 3004;
const MEETING_LOCKED = 4006;

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
beforeEach(() => tab.afresh());
afterAll(() => world.stop());

const reads = (text: string) => tab.until(`“${text}”`, isRead, text);
const focused = () =>
  tab.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.localName);
const shown = () => expect.poll(() => tab.evaluate(buttons));

describe('Screens', () => {
  it('before the join, and while it goes on', async () => {
    await tab.mount({ sdk: 'practice', autoJoin: false, userName: 'Ada' }, { people: PEOPLE });
    await shown().toEqual(['Join meeting']);
    await tab.evaluate(() => window.app.practice.network.setLatency(500));
    await tab.click('[data-zoom-join] button');
    await reads('Connecting to the meeting…');
    await shown().toEqual(['Cancel']);
    await tab.status('joined');
    await shown().toEqual([]);
  });

  it('waiting for the host', async () => {
    await tab.mount({ sdk: 'practice' }, { people: PEOPLE, started: false });
    await tab.status('waiting');
    await shown().toEqual(expect.arrayContaining(['Try now']));
    await tab.evaluate(() => window.app.practice.host.start());
    await tab.click('[data-zoom-join] button:has-text("Try now")');
    await tab.status('joined');
  });

  it('reconnecting, left, and back', async () => {
    await tab.mount({ sdk: 'practice' }, { people: PEOPLE });
    await tab.status('joined');
    await tab.evaluate(() => window.app.practice.network.drop());
    await shown().toEqual(['Try now', 'Leave']);
    await tab.click('[data-zoom-join] button:has-text("Leave")');
    await tab.status('left');
    await tab.evaluate(() => window.app.practice.network.restore());
    await tab.click('[data-zoom-join] button');
    await tab.status('joined');
  });

  it.each(
    firstOf(1, [
      ['wrong-passcode', PASSCODE_WRONG, 'The passcode of this meeting wasn’t accepted.'],
      ['meeting-locked', MEETING_LOCKED, 'The host has locked the meeting. Please ask them to let you in.'],
    ] as const),
  )('a failure, in words: %s', async (code, zoomCode, text) => {
    await tab.mount({ sdk: 'practice', autoJoin: false }, { people: PEOPLE });
    await tab.evaluate((number) => window.app.practice.fail(number), zoomCode);
    await tab.evaluate(() => window.app.handle?.join());
    await tab.status('failed');
    await reads(text);
    await shown().toEqual(['Try again']);
    expect(await tab.evaluate(() => window.app.errors[0]?.code)).toBe(code);
  });

  it('the keyboard alone, and where the focus goes', async () => {
    await tab.mount({ sdk: 'practice', autoJoin: false }, { people: PEOPLE });
    await shown().toEqual(['Join meeting']);
    // A page that has just been opened gets its keys only after this.
    await tab.evaluate(() => window.focus());
    await tab.press('Tab');
    expect(await focused()).toBe('button');
    await tab.press('Enter');
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    await expect.poll(focused).toBe('iframe');
    await tab.evaluate(() => window.app.practice.host.end());
    await tab.status('left');
    await expect.poll(focused).toBe('group');
    await tab.press('Tab');
    expect(await focused()).toBe('button');
  });

  it('the keyboard, before the screens have loaded', async () => {
    const screens = holdFile(world.pages, SCREENS, 'hold');
    const other = await world.open();
    await other.mount({ sdk: 'practice', autoJoin: false }, { people: PEOPLE, started: false });
    await other.evaluate(() => window.focus());
    await other.press('Tab');
    await other.press('Enter');
    await other.until('no button', () => document.querySelector('[data-zoom-join] button') === null);
    // A screen that is replaced keeps the focus for itself.
    await other.status('waiting');
    screens.answer('pass');
    await other.until('the screen has the focus', () =>
      Boolean(document.activeElement?.matches('[data-zoom-join] [role=group]')),
    );
    await other.press('Tab');
    await other.until('its button has it', () =>
      Boolean(document.activeElement?.matches('[data-zoom-join] button')),
    );
    await other.close();
  });
});
