import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(['--js-flags=--expose-gc']);
});
afterAll(() => world.stop());

/** The objects that the page keeps. */
interface Kept {
  client?: NonNullable<typeof window.app.handle>['client'];
  frame?: WeakRef<Window>;
}
declare global {
  interface Window {
    kept: Kept;
    gc?: (options: { type: 'major'; execution: 'async' }) => Promise<void>;
  }
}

life('kept-client', () => {
  let tab: LifeTab;

  it('rejects after the end, and has nobody', async () => {
    tab = await world.open();
    await tab.mount({ sdk: '/zoom-sdk' });
    await tab.status('joined');
    await tab.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      window.kept = {
        client: window.app.handle?.client ?? null,
        ...(frame && { frame: new WeakRef(frame) }),
      };
    });
    await tab.until('people', () => (window.kept.client?.getAttendeeslist().length ?? 0) > 1);
    await tab.evaluate(() => window.app.handle?.leave());
    await tab.status('left');
    const after = await tab.evaluate(async () => ({
      current: window.app.handle?.client,
      people: window.kept.client?.getAttendeeslist(),
      self: window.kept.client?.getCurrentUser(),
      mute: await window.kept.client?.mute(true).then(
        () => 'resolved',
        (reason: { code?: string; message: string }) => ({ code: reason.code, says: reason.message }),
      ),
    }));
    expect(after).toEqual({
      current: null,
      people: [],
      self: null,
      mute: { code: 'not-in-meeting', says: expect.stringContaining('mute') },
    });
  });

  it('does not hold the memory of the frame', async () => {
    await tab.until('the frame to be collected', async () => {
      // In a task of its own: called synchronously, it also keeps what an old value on the stack points at.
      await window.gc?.({ type: 'major', execution: 'async' });
      return window.kept.frame !== undefined && window.kept.frame.deref() === undefined;
    });
    expect(await tab.evaluate(() => window.kept.client !== null)).toBe(true);
    await tab.close();
  });
});
