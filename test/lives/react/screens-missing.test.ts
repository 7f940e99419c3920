import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type HeldFile, holdFile, OTHER_WAYS, SCREENS } from '../support/hold-file.ts';
import { life } from '../support/life.ts';
import { buttons } from '../support/ours.ts';
import { beginReconnecting, finishReconnecting } from '../support/reconnecting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const withoutWebAssembly = () => void Reflect.deleteProperty(window, 'WebAssembly');
const BUTTON = '[data-zoom-join] button';

life('screens-missing', () => {
  let tab: LifeTab;
  let screens: HeldFile;
  beforeAll(async () => {
    screens = holdFile(world.pages, SCREENS, 'fail');
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());
  const isIn = async () => {
    await tab.mount({ sdk: 'practice', autoJoin: false }, {});
    await tab.click(BUTTON);
    await tab.status('joined');
  };
  const hasButton = (where = tab) =>
    where.until('a button', (selector) => document.querySelector(selector) !== null, BUTTON);

  it('idle and failed have a button that goes on', async () => {
    await tab.mount({ sdk: 'practice', autoJoin: false, refuse: true });
    await expect.poll(() => screens.asked, { message: 'requests for the screens' }).toBeGreaterThan(0);
    await hasButton();
    await tab.click(BUTTON);
    await tab.status('failed');
    await hasButton();
    await tab.click(BUTTON);
    await tab.until('a second request', () => window.app.signatures === 2);
  });

  it('reconnecting, the meeting is to be seen', async () => {
    await isIn();
    await tab.evaluate(beginReconnecting);
    await tab.status('reconnecting');
    await tab.settle();
    const seen = await tab.evaluate(() => {
      const root = document.querySelector<HTMLElement>('[data-zoom-join]');
      const frame = root?.querySelector('iframe');
      if (!(root && frame)) throw new Error('no frame');
      const area = (element: Element) => {
        const { width, height } = element.getBoundingClientRect();
        return width * height;
      };
      const covers = [...root.querySelectorAll('*')].filter((element) => {
        const { backgroundColor, visibility } = getComputedStyle(element);
        return (
          !element.contains(frame) &&
          area(element) > area(root) / 2 &&
          visibility === 'visible' &&
          backgroundColor !== 'rgba(0, 0, 0, 0)'
        );
      });
      return { frame: getComputedStyle(frame).visibility, covers: covers.map(({ className }) => className) };
    });
    expect(seen).toEqual({ frame: 'visible', covers: [] });
    await tab.evaluate(finishReconnecting);
    await tab.status('joined');
  });

  it('left has a button that goes on, and the next join asks for the screens again', async () => {
    await isIn();
    await tab.evaluate(() => window.app.handle?.leave());
    await tab.status('left');
    await hasButton();
    const before = screens.asked;
    screens.answer('pass');
    await tab.click(BUTTON);
    await tab.status('joined');
    expect(screens.asked).toBeGreaterThan(before);
    await tab.evaluate(() => window.app.handle?.leave());
    await tab.until('our screen', () =>
      (document.querySelector<HTMLElement>('[data-zoom-join]')?.innerText ?? '').includes(
        'You left the meeting',
      ),
    );
  });

  it('failed has a button, even if what helps more than a retry does not load', async () => {
    holdFile(world.pages, OTHER_WAYS, 'fail');
    const old = await world.open('react-19', { before: withoutWebAssembly });
    await old.mount();
    await old.status('failed');
    await hasButton(old);
    expect(await old.evaluate(buttons)).toEqual(['Try again']);
    expect(await old.evaluate(() => window.app.errors[0]?.code)).toBe('browser-unsupported');
    await old.close();
  });
});
