import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { pointInMeeting, pressAt, pressInMeeting } from '../support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
  await tab.mount({ sdk: 'practice' }, undefined, { scene: 'popover' });
  await tab.status('joined');
  await tab.sees('Ada Lovelace');
});
afterAll(() => world.stop());

life('open-popover', () => {
  it('a popover of a library closes, and the component is told as any other element', async () => {
    await tab.mark();
    // Of a fraction of a pixel, each engine makes a whole one in its own way.
    const [x, y] = await pointInMeeting(tab, 'button[title=Settings]');
    const point = [Math.floor(x), Math.floor(y)] as const;
    await pressAt(tab, point);
    const where = point.join();
    await tab.until('Zoom’s settings', () =>
      Boolean(
        document
          .querySelector('iframe')
          ?.contentDocument?.querySelector('[role=dialog][aria-label=Settings]'),
      ),
    );
    const { told } = await tab.since();
    expect(told.filter((entry) => entry.startsWith('app:')).sort()).toEqual(
      [
        'app:popover:false',
        ...['pointerdown', 'mousedown', 'pointerup', 'click'].map((type) => `app:${type}:${where}`),
      ].sort(),
    );
  });

  it('listeners of the document hear it, in their own window’s terms', async () => {
    await tab.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      document.addEventListener('pointerdown', (event) =>
        heard.push({
          isOurs: event instanceof PointerEvent && event.view === window,
          target: (event.target as Element).localName,
          pointer: `${event.pointerType} ${event.button} ${event.buttons} ${event.isPrimary}`,
        }),
      );
    });
    await pressInMeeting(tab, '#zoom');
    const heard = await tab.evaluate(() => (window as unknown as { heard: { isOurs: boolean }[] }).heard);
    expect(heard).toEqual([{ isOurs: true, target: 'iframe', pointer: 'mouse 0 1 true' }]);
  });

  it('what presses itself does not count', async () => {
    await tab.mark();
    await tab.evaluate(() => {
      const { contentDocument } = document.querySelector('iframe') ?? {};
      contentDocument?.querySelector<HTMLElement>('button[title=Settings]')?.click();
    });
    expect((await tab.since()).told).toEqual([]);
  });
});
