import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ContainedProps } from '../../apps/app/scenes/contained.tsx';
import { ENGINE } from '../../support/engines/engine.ts';
import { firstOf } from '../../support/is-all.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('no-size', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());

  const idle = (options: Omit<ContainedProps, 'meeting'>, props = {}) =>
    tab.mount({ sdk: 'practice', autoJoin: false, ...props }, undefined, { scene: 'contained', ...options });
  const sizeOf = (selector: string) =>
    tab.evaluate((wanted) => {
      const { width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? {};
      return [width, height];
    }, selector);

  it.each(
    firstOf(3, [
      'dialog',
      'centred-flex-child',
      'auto-column',
      'inline-block',
      'float',
      'absolute',
      'table-cell',
    ] as const),
  )('it has a size of its own in a container that has none: %s', async (kind) => {
    await idle({ in: kind });
    // In WebKit, a dialog gives no height to what is directly in it: see test/engines/gaps.ts.
    const isGap = ENGINE === 'webkit' && kind === 'dialog';
    expect(await sizeOf('[data-zoom-join]')).toEqual(isGap ? [0, 0] : [640, 360]);
  });

  it.each(firstOf(2, ['beside-a-sidebar', 'fr-column', 'flex-item', 'narrow-inline-block'] as const))(
    'it takes no more than it is given: %s',
    async (kind) => {
      await idle({ in: kind });
      expect(await sizeOf('[data-zoom-join]')).toEqual([200, 112.5]);
    },
  );

  it('it fills a container that has a size, and so do its children', async () => {
    const childIs = async (child: NonNullable<ContainedProps['child']>) => {
      await idle({ in: 'sized', child });
      return tab.evaluate(() => {
        const { x = 0, y = 0 } = document.querySelector('[data-zoom-join]')?.getBoundingClientRect() ?? {};
        const box = document.querySelector('#child')?.getBoundingClientRect();
        return box && [box.x - x, box.y - y, box.width, box.height];
      });
    };
    expect(await childIs('corner')).toEqual([840, 470, 50, 20]);
    expect(await childIs('bar')).toEqual([0, 0, 900, 40]);
    expect(await childIs('whole')).toEqual([0, 0, 900, 500]);
    expect(await sizeOf('[data-zoom-join]')).toEqual([900, 500]);
  });

  it('a class of the page may hide it', async () => {
    const isSeen = () =>
      tab.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = '.not-here{display:none}';
        document.head.append(style);
        return document.querySelector('[data-zoom-join]')?.checkVisibility();
      });
    await idle({ in: 'sized' });
    expect(await isSeen()).toBe(true);
    await idle({ in: 'sized' }, { className: 'not-here' });
    expect(await isSeen()).toBe(false);
  });

  it.each(ENGINE === 'webkit' ? [] : ['<dialog>'])('the meeting is to be seen in a %s', async () => {
    await tab.mount({ sdk: 'practice' }, undefined, { scene: 'contained', in: 'dialog' });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await tab.until('a person within the frame', () => {
      const frame = document.querySelector('iframe');
      const found = [...(frame?.contentDocument?.querySelectorAll('#zoom *') ?? [])].find(
        ({ children, textContent }) => children.length === 0 && textContent === 'Ada Lovelace',
      );
      const { right = 0, bottom = 0, width = 0 } = found?.getBoundingClientRect() ?? {};
      return width > 0 && right <= (frame?.clientWidth ?? 0) && bottom <= (frame?.clientHeight ?? 0);
    });
    expect(await sizeOf('iframe')).toEqual([640, 360]);
    expect(await tab.log()).not.toContain('onWarning:too-small');
  });

  const mountIn = async (options: Omit<ContainedProps, 'meeting'>, practice = {}, status = 'joined') => {
    await tab.mount({ sdk: 'practice' }, { people: [], ...practice }, { scene: 'contained', ...options });
    await tab.status(status);
  };
  const isWarned = () => tab.until('a warning', () => window.app.warnings.length > 0);
  /** Returns the warnings after a time in which any box would have opened. */
  const warned = () =>
    tab.evaluate(async () => {
      // The component checks the size every 2 s, and twice if it was hidden.
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return [...window.app.warnings];
    });

  it('a box that stays too small is a warning, once', async () => {
    const message = expect.stringMatching(/ 0×0 px.*width and a height/);
    await mountIn({ in: 'nothing' });
    await isWarned();
    expect(await warned()).toEqual([message]);
    expect(await tab.log()).toContain('onWarning:too-small');
    expect(await warned()).toEqual([message]);
  });

  it.each(firstOf(0, ['waiting room']))('so it is in the %s', async () => {
    await mountIn({ in: 'no-height' }, { waitingRoom: true }, 'waiting');
    await isWarned();
    expect(await warned()).toEqual([expect.stringContaining(' 600×0 px')]);
  });

  it('a small one is none, nor is one that is hidden until it is shown', async () => {
    await mountIn({ in: 'small' });
    expect(await warned()).toEqual([]);
    await tab.afresh();
    await mountIn({ in: 'hidden' });
    expect(await warned()).toEqual([]);
    await tab.mount({ sdk: 'practice' }, undefined, { scene: 'contained', in: 'nothing' });
    await isWarned();
    expect(await warned()).toEqual([expect.stringContaining(' 0×0 px')]);
  });
});
