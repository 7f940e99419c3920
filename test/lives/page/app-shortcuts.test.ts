import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { pressInMeeting } from '../support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
/** The shortcuts of an app that opens a palette with Control+K, and help with "?". */
const SHORTCUTS = ['Control+K', '?'];
const mount = (shortcuts: readonly string[]) => tab.mount({ sdk: 'practice', shortcuts });

beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
  await mount(SHORTCUTS);
  await tab.status('joined');
  await tab.sees('Ada Lovelace');
  await tab.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener('keydown', (event) => {
      heard.push(`page:${event.key}`);
      // An app that handles the key does this.
      if (event.ctrlKey) event.preventDefault();
    });
    document.querySelector('iframe')?.contentDocument?.addEventListener('keydown', ({ key }) => {
      heard.push(`meeting:${key}`);
    });
  });
  await pressInMeeting(tab, '#zoom');
});
afterAll(() => world.stop());
beforeEach(() => tab.evaluate(() => void (window as unknown as { heard: string[] }).heard.splice(0)));

const heard = () => tab.evaluate(() => [...(window as unknown as { heard: string[] }).heard]);

life('app-shortcuts', () => {
  it('those that are listed are heard in the page; one that the app takes, there alone', async () => {
    await tab.press('Control+k');
    expect((await heard()).filter((entry) => !entry.endsWith('Control'))).toEqual(['page:k']);
    await tab.press('?');
    expect((await heard()).slice(-2)).toEqual(['page:?', 'meeting:?']);
  });

  it('others are the meeting’s', async () => {
    for (const key of ['k', 'Control+j', 'Control+Shift+k']) await tab.press(key);
    expect((await heard()).filter((entry) => entry.startsWith('page'))).toEqual([]);
  });

  it('the list is that of the latest render', async () => {
    await mount(['Alt+ArrowUp']);
    await tab.press('Alt+ArrowUp');
    await tab.press('Control+k');
    expect((await heard()).filter((entry) => entry.startsWith('page'))).toEqual(['page:ArrowUp']);
    await mount(SHORTCUTS);
  });

  it('who types in the meeting, types', async () => {
    await tab.evaluate(() => {
      const { contentDocument } = document.querySelector('iframe') ?? {};
      const field = contentDocument?.createElement('input');
      if (field) contentDocument?.body.append(field);
      field?.focus();
    });
    await tab.press('?');
    await tab.press('Control+k');
    const typed = await tab.evaluate(() => {
      const field = document.querySelector('iframe')?.contentDocument?.querySelector('body>input');
      field?.remove();
      return (field as HTMLInputElement | null)?.value;
    });
    expect(typed).toBe('?');
    expect((await heard()).filter((entry) => entry.startsWith('page'))).toEqual(['page:k']);
  });

  it('an entry that is none is told', async () => {
    await mount(['Ctrl+K']);
    await pressInMeeting(tab, '#zoom');
    await tab.press('x');
    await tab.until('a warning', () => window.app.warnings.length > 0);
    expect(await tab.evaluate(() => window.app.warnings)).toEqual([
      expect.stringMatching(/`shortcuts` .*"Ctrl\+K".*Control/),
    ]);
  });
});
