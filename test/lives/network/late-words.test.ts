import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdFile, WORDS } from '../support/hold-file.ts';
import { life } from '../support/life.ts';
import { beginReconnecting, finishReconnecting } from '../support/reconnecting.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('late-words', () => {
  it('the limit runs out: it is over at once, whatever comes back while the words load', async () => {
    const words = holdFile(world.pages, WORDS, 'hold');
    const tab = await world.open();
    await tab.mount({ sdk: 'practice', timeouts: { reconnect: 2_000 } }, { people: ['Grace Hopper'] });
    await tab.status('joined');
    await tab.evaluate(beginReconnecting);
    await tab.status('reconnecting');
    await tab.status('failed');
    expect((await tab.since()).frames).toBe(0);
    await tab.evaluate(finishReconnecting);
    await tab.until('onError', () => window.app.errors.length > 0);
    words.answer('pass');
    // This is longer than the SDK would take to reconnect.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect((await tab.story()).slice(2)).toEqual([
      ...['reconnecting', 'onReconnecting', 'failed', 'onError:connection-lost'],
    ]);
    await tab.close();
  });

  it('the connection is back in time: the limit touches nobody', async () => {
    holdFile(world.pages, WORDS, 'hold');
    const tab = await world.open();
    await tab.mount({ sdk: 'practice', timeouts: { reconnect: 8_000 } }, { people: ['Grace Hopper'] });
    await tab.status('joined');
    await tab.evaluate(beginReconnecting);
    await tab.status('reconnecting');
    await tab.evaluate(finishReconnecting);
    await tab.status('joined');
    await tab.mark();
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect(await tab.since()).toEqual({ frames: 1, isSameFrame: true, told: [] });
    await tab.close();
  });
});
