import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('reload-loop', () => {
  it('a frame that reloads itself again and again is given up, and says so', async () => {
    const tab = await world.open();
    await tab.evaluate(() => {
      const seen = new Set<Window>();
      Object.assign(window, { seen });
      // Reload the frame as soon as it has content.
      setInterval(() => {
        const frame = document.querySelector('iframe')?.contentWindow;
        if (!frame?.document.getElementById('zoom') || seen.has(frame)) return;
        seen.add(frame);
        frame.location.reload();
      }, 20);
    });
    await tab.mount({ sdk: 'practice' }, {});
    await tab.status('failed');
    const told = await tab.evaluate(() => ({
      code: window.app.errors[0]?.code,
      message: window.app.errors[0]?.message,
      frames: (window as unknown as { seen: Set<Window> }).seen.size,
    }));
    expect(told).toEqual({
      code: 'join-failed',
      message: expect.stringContaining('frame has reloaded itself 6 times'),
      frames: 6,
    });
    // The component does not try again.
    await tab.mark();
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await tab.since()).toMatchObject({ frames: 0, told: [] });
    await tab.close();
  });

  it('one that is moved again and again comes back, once that is over', async () => {
    const tab = await world.open();
    await tab.evaluate(() => {
      let moves = 0;
      const timer = setInterval(() => {
        const frame = document.querySelector('iframe');
        const root = document.querySelector('[data-zoom-join]');
        if (!(frame && root?.parentNode)) return;
        moves += 1;
        if (moves === 5) {
          clearInterval(timer);
          Object.assign(window, { isMoved: true });
        }
        root.parentNode.append(root);
      }, 500);
    });
    await tab.mount({ sdk: 'practice' }, {});
    await tab.until('the last move', () => 'isMoved' in window);
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    expect((await tab.log()).filter((entry) => /failed|onError/.test(entry))).toEqual([]);
    expect((await tab.since()).frames).toBe(1);
    await tab.close();
  });
});
