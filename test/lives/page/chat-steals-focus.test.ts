import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { firstOf } from '../../support/is-all.ts';
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
// Each test has a meeting of its own, because Zoom takes the focus only for the first of several messages.
beforeEach(async () => {
  await tab.afresh();
  await tab.mount({ sdk: 'practice' });
  await tab.status('joined');
  await tab.sees('Ada Lovelace');
});

/** Makes a participant write a message, and waits until it is visible. */
async function hear(text: string): Promise<void> {
  await tab.evaluate((said) => {
    const { participants } = window.app.practice;
    participants.say(participants.list()[0]?.userId ?? 0, said);
  }, text);
  await tab.sees(text);
  await tab.settle();
}

const FIELDS = [
  ['a text field', '<input id="field">'],
  ['a text area', '<textarea id="field"></textarea>'],
  ['an editor', '<div id="field" contenteditable></div>'],
] as const;

life('chat-steals-focus', () => {
  it.each(firstOf(1, FIELDS))('the person types into %s of the page', async (name, html) => {
    await tab.evaluate((markup) => {
      document.body.insertAdjacentHTML('beforeend', markup);
      document.querySelector<HTMLElement>('#field')?.focus();
    }, html);
    await tab.type('hel');
    await hear(`To ${name}`);
    await tab.type('lo');
    const field = await tab.evaluate(() => {
      const element = document.querySelector<HTMLInputElement>('#field');
      const found = {
        text: element?.value ?? element?.innerText,
        isActive: document.activeElement === element,
      };
      element?.remove();
      return found;
    });
    expect(field).toEqual({ text: 'hello', isActive: true });
  });

  it('the person has the focus on nothing', async () => {
    await tab.evaluate(() => (document.activeElement as HTMLElement).blur());
    await hear('To nobody');
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('body');
  });

  it('inside the meeting the focus is Zoom’s', async () => {
    for (const isOpen of [true, false]) {
      await pressInMeeting(tab, 'button[title=Settings]');
      await tab.until(
        `the settings ${isOpen ? 'open' : 'closed'}`,
        (wanted) => {
          const frame = document.querySelector('iframe')?.contentDocument;
          return (frame?.querySelector('body>[role=dialog]') !== null) === wanted;
        },
        isOpen,
      );
    }
    await hear('To the meeting');
    await tab.until(
      'the focus on the message',
      () =>
        document
          .querySelector('iframe')
          ?.contentDocument?.activeElement?.getAttribute('aria-label')
          ?.includes('Chat') === true,
    );
  });
});
