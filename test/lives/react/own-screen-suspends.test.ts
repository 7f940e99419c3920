import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SceneOptions } from '../../apps/app/scenes/index.ts';
import { life } from '../support/life.ts';
import { beginReconnecting, finishReconnecting } from '../support/reconnecting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('own-screen-suspends', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());
  const show = (screen: 'never-comes' | 'throws') =>
    tab.mount({ sdk: 'practice' }, {}, { scene: 'own-reconnecting', screen } satisfies SceneOptions);

  /** Makes the SDK reconnect, and waits for the default screen in place of the app's. */
  async function reconnect(): Promise<void> {
    await tab.mark();
    await tab.evaluate(beginReconnecting);
    await tab.status('reconnecting');
    await tab.until('the default screen', () =>
      /Reconnecting/.test(document.querySelector<HTMLElement>('[data-zoom-join]')?.innerText ?? ''),
    );
    await tab.evaluate(finishReconnecting);
    await tab.status('joined');
    await tab.settle();
  }

  it('a screen that does not come', async () => {
    await show('never-comes');
    await tab.status('joined');
    await reconnect();
    expect(await tab.since()).toEqual({
      frames: 1,
      isSameFrame: true,
      told: ['reconnecting', 'onReconnecting', 'joined', 'onJoined'],
    });
  });

  it('a screen that throws, which is told once', async () => {
    await show('throws');
    await tab.status('joined');
    await reconnect();
    const { told, ...frame } = await tab.since();
    expect(frame).toEqual({ frames: 1, isSameFrame: true });
    expect(told.filter((entry) => !entry.startsWith('onWarning'))).toEqual([
      'reconnecting',
      'onReconnecting',
      'joined',
      'onJoined',
    ]);
    expect(told.filter((entry) => entry.startsWith('onWarning'))).toEqual(['onWarning:screen-failed']);
  });
});
