import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ENGINE } from '../../support/engines/engine.ts';
import { life } from '../support/life.ts';
import { pressInMeeting } from '../support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
  await tab.mount({ sdk: 'practice' });
  await tab.status('joined');
  await tab.sees('Ada Lovelace');
});
afterAll(() => world.stop());
beforeEach(() =>
  tab.evaluate(() => {
    document.querySelector('#handle')?.remove();
    const handle =
      '<div id="handle" style="position:fixed;inset:0 0 0 auto;width:30px;background:#888"></div>';
    document.body.insertAdjacentHTML('beforeend', handle);
    Object.assign(window, { heard: [] });
  }),
);

const heard = () => tab.evaluate(() => (window as unknown as { heard: string[] }).heard);

/** Drags from the handle to the middle of the meeting and beyond, in steps as a hand would. */
async function drag(): Promise<void> {
  const { mouse } = tab;
  await mouse.move(985, 300);
  await mouse.down();
  for (const x of [960, 900, 700, 500, 480]) await mouse.move(x, 300);
  await mouse.up();
}

/** Checks that the meeting receives mouse events again. */
async function isAlive(): Promise<void> {
  const isOpen = () =>
    tab.evaluate(
      () =>
        document
          .querySelector('iframe')
          ?.contentDocument?.querySelector('[aria-label=Settings][role=dialog]') != null,
    );
  const before = await isOpen();
  await pressInMeeting(tab, 'button[title=Settings]');
  await expect.poll(isOpen).toBe(!before);
}

life('dragged-splitter', () => {
  it.each(['pointer', 'mouse'])('by its %s events', async (kind) => {
    await tab.evaluate((prefix) => {
      const { heard } = window as unknown as { heard: string[] };
      const listening = new AbortController();
      document.querySelector('#handle')?.addEventListener(
        `${prefix}down`,
        () => {
          for (const type of ['move', 'up'])
            document.addEventListener(
              prefix + type,
              (event) => {
                heard.push(`${type}:${(event as MouseEvent).clientX}`);
                if (type === 'up') listening.abort();
              },
              listening,
            );
        },
        { once: true },
      );
    }, kind);
    await drag();
    expect(await heard()).toEqual(['move:960', 'move:900', 'move:700', 'move:500', 'move:480', 'up:480']);
    await isAlive();
  });

  // By WebDriver, such a drag does not end in Firefox, and does not begin in WebKit.
  it.each(ENGINE === 'chromium' ? ['drag and drop'] : [])('by the browser’s %s', async () => {
    await tab.evaluate(() => {
      const { heard } = window as unknown as { heard: string[] };
      const handle = document.querySelector<HTMLElement>('#handle');
      if (handle) handle.draggable = true;
      handle?.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/plain', 'a file'));
      const root = document.querySelector('[data-zoom-join]');
      root?.addEventListener('dragover', (event) => {
        event.preventDefault();
        if (!heard.includes('over')) heard.push('over');
      });
      root?.addEventListener('drop', (event) => {
        event.preventDefault();
        heard.push('dropped');
      });
    });
    await drag();
    await expect.poll(heard).toEqual(['over', 'dropped']);
    await isAlive();
  });

  it('a button of the page that opens a question, and so never hears of the release', async () => {
    await tab.evaluate(() => {
      const handle = document.querySelector('#handle');
      handle?.addEventListener('pointerdown', (event) => event.stopImmediatePropagation());
      addEventListener('pointerup', (event) => event.stopImmediatePropagation(), {
        capture: true,
        once: true,
      });
    });
    await drag();
    await isAlive();
  });
});
