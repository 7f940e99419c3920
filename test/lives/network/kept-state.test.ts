import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import { STAY_MS, stay } from '../support/stay.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

// Not the row `kept-state` yet: ribbon, minimized, before the host, reconnecting and a hidden tab are missing.
describe('a meeting is kept for minutes', () => {
  it.concurrent.each(['webrtc', 'legacy'] as const)(
    'in the %s layout',
    { timeout: STAY_MS + 120_000 },
    async (layout) => {
      const tab = await world.open();
      await inTurn(async () => {
        await tab.mount({ sdk: 'practice' }, { layout, people: ['Grace Hopper', 'Alan Turing'] });
        await tab.status('joined');
      });
      await tab.sees('Grace Hopper');
      // Without an answer to its media the SDK reconnects after 37 s, without heartbeats after 40 s.
      await stay();
      expect(await tab.story()).toEqual(['joined', 'onJoined']);
      await tab.sees('Grace Hopper');
      await tab.close();
    },
  );
});
