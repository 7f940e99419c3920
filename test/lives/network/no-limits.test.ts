import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('no-limits', () => {
  // The second value is more than a browser's timer supports. Such a timer would fire at once, as with `Infinity`.
  it.each(['Infinity', 3e9])(
    'all of them %s: joins, and comes back after a lost connection',
    async (limit) => {
      const { zoom } = world;
      zoom.reset();
      const tab = await world.open();
      await tab.mount({ timeouts: { signature: limit, load: limit, join: limit, reconnect: limit } });
      await tab.status('joined');

      zoom.service.online = false;
      zoom.service.cut();
      await tab.status('reconnecting');
      await tab.settle();
      zoom.service.online = true;
      await tab.until(
        'joined again',
        () => window.app.log.filter((entry) => entry === 'joined').length === 2,
      );
      expect(await tab.story()).toEqual([
        'joined',
        'onJoined',
        'reconnecting',
        'onReconnecting',
        'joined',
        'onJoined',
      ]);
      await tab.close();
    },
  );
});
