import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { firstOf } from '../../support/is-all.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

type As = 'component' | 'in-shadow' | 'hook';

life('full-screen', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
    // Count the listeners for `fullscreenchange`.
    await tab.evaluate(() => {
      const listeners = new Set<unknown>();
      const { addEventListener: add, removeEventListener: remove } = document;
      document.addEventListener = (...args: Parameters<typeof add>) => {
        if (args[0] === 'fullscreenchange') listeners.add(args[1]);
        add.apply(document, args);
      };
      document.removeEventListener = (...args: Parameters<typeof remove>) => {
        listeners.delete(args[1]);
        remove.apply(document, args);
      };
      Object.assign(window, { listeners });
    });
  });
  beforeEach(() => tab.afresh());

  const show = (as: As, props = {}) =>
    tab.mount({ sdk: 'practice', ...props }, undefined, { scene: 'full-screen', as });
  const toggle = () => tab.click('#full-screen');

  /** Returns whether the element is full screen, and whether the app and the attribute for CSS say so. */
  const seen = () =>
    tab.evaluate(() => {
      const page = document.querySelector('#shadow')?.shadowRoot ?? document;
      const root = page.querySelector('[data-zoom-join], #container');
      const { width, height } = root?.getBoundingClientRect() ?? {};
      return {
        isFull: width === innerWidth && height === innerHeight && root?.matches(':fullscreen') === true,
        attribute: root?.hasAttribute('data-fullscreen'),
        button: page.querySelector('#full-screen')?.textContent,
      };
    });
  const FULL = { isFull: true, attribute: true, button: 'Back' };
  const NOT = { isFull: false, attribute: false, button: 'Full screen' };
  const becomes = async (expected: typeof FULL) => {
    await expect.poll(seen).toEqual(expected);
  };
  const listeners = () => tab.evaluate(() => (window as { listeners?: Set<unknown> }).listeners?.size);

  /** Waits until all of Zoom's widget is inside the frame, which is as large as the root. */
  const fits = () =>
    tab.until('the whole meeting in its box', () => {
      const page = document.querySelector('#shadow')?.shadowRoot ?? document;
      const root = page.querySelector('[data-zoom-join], #container');
      const frame = root?.querySelector('iframe');
      const widget = frame?.contentDocument?.querySelector('#zoom>div>div:first-child>div');
      const { top = -1, left = -1, right = 0, bottom = 0, width = 0 } = widget?.getBoundingClientRect() ?? {};
      const [wide, high] = [frame?.clientWidth ?? 0, frame?.clientHeight ?? 0];
      return (
        (frame?.contentDocument?.body.innerText.includes('Ada Lovelace') ?? false) &&
        wide === root?.clientWidth &&
        // It fills the box in one dimension at least.
        Math.max(width / wide, (bottom - top) / high) > 0.95 &&
        [top, left, wide - right, high - bottom].every((margin) => margin >= -1)
      );
    });

  it('before a join, and back', async () => {
    await show('component', { autoJoin: false });
    await becomes(NOT);
    await toggle();
    await becomes(FULL);
    await toggle();
    await becomes(NOT);
    expect(await tab.log()).toEqual(['onFullscreenChange:true', 'onFullscreenChange:false']);
    expect(await listeners()).toBe(0);
  });

  it('in a meeting, which fits there and back, and goes on', async () => {
    await show('component');
    await tab.status('joined');
    await fits();
    await tab.mark();
    await toggle();
    await becomes(FULL);
    await fits();
    // Another status does not end full screen.
    await tab.evaluate(() => window.app.practice.network.failover());
    await tab.status('joined');
    await becomes(FULL);
    await toggle();
    await becomes(NOT);
    await fits();
    expect((await tab.since()).isSameFrame).toBe(true);
  });

  it('another meeting, and a second try, leave it full screen', async () => {
    await show('component', { autoJoin: false });
    await toggle();
    await becomes(FULL);
    await show('component', { autoJoin: false, meeting: '987 6543 2109' });
    await tab.evaluate(() => window.app.handle?.join());
    await tab.status('joined');
    await show('component', { meeting: '555 5555 5555' });
    await tab.status('joined');
    await tab.evaluate(() => window.app.handle?.leave());
    await becomes(FULL);
    await toggle();
    await becomes(NOT);
  });

  it.each(firstOf(1, ['in-shadow', 'hook'] as const))(
    'in a shadow root, and with the hook: %s',
    async (as) => {
      await show(as);
      await tab.until('joined', () => window.app.handle?.status === 'joined');
      // With the hook, only the element becomes full screen, and the button is not inside it.
      await toggle();
      await becomes(FULL);
      await fits();
      await tab.evaluate(() => document.exitFullscreen());
      await becomes(NOT);
      await fits();
      expect(await listeners()).toBe(0);
    },
  );

  it('an unmount ends it, and leaves nothing behind', async () => {
    await show('component', { autoJoin: false });
    await toggle();
    await becomes(FULL);
    await tab.unmount();
    await tab.until('the page', () => document.fullscreenElement === null);
    await tab.settle();
    expect(await listeners()).toBe(0);
    expect(await tab.log()).toEqual(['onFullscreenChange:true']);
  });

  it('where the browser does not allow it, it rejects and says what to do', async () => {
    await show('component', { autoJoin: false });
    const refused = () =>
      tab.evaluate(async () => {
        // The browser allows it for 5 s after a click, and the driver's call counts as a click.
        await new Promise((resolve) => setTimeout(resolve, 6_000));
        return window.app.handle
          ?.requestFullscreen()
          .catch(({ name, code, hint, cause }) => ({ name, code, hint, cause: cause instanceof Error }));
      });
    const expected = {
      name: 'ZoomJoinError',
      code: 'fullscreen-unavailable',
      hint: expect.stringMatching(/click.*allow="fullscreen".*iPhone/),
      cause: true,
    };
    expect(await refused()).toEqual(expected);
    // iPhones do not have the method.
    await tab.evaluate(() => {
      Object.assign(Element.prototype, { requestFullscreen: undefined });
    });
    await toggle();
    await tab.until('a refusal', () => window.app.log.includes('refused:fullscreen-unavailable'));
    await becomes(NOT);
    expect(await listeners()).toBe(0);
  });
});
