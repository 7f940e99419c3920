import { afterAll, beforeAll, expect, it } from 'vitest';
import { Evt } from '../../../src/testing/service/messages.ts';
import { rosterEntry } from '../../../src/testing/service/participant.ts';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** A user who reconnects must wait: the ways in which Zoom says so, and what the app is told. */
const WAYS = [
  { way: 'in the first list of participants', first: true, told: ['waiting', 'onWaiting:admission'] },
  // Until the update, the list says that the user is in the meeting.
  {
    way: 'by an update a second later',
    first: false,
    told: ['joined', 'onJoined', 'waiting', 'onWaiting:admission'],
  },
] as const;

life('hold-at-reconnect', () => {
  it.each(WAYS)('told $way', async ({ first, told }) => {
    const { zoom } = world;
    zoom.reset();
    const tab = await world.open();
    await tab.mount();
    await tab.status('joined');

    const { service } = zoom;
    service.sendRoster = (seat) => {
      if (seat.self === undefined) return;
      const { self } = seat;
      seat.send(Evt.roster, { add: [rosterEntry(self, { bHold: first })] });
      if (!first)
        setTimeout(() => seat.send(Evt.roster, { update: [{ id: self.userId, bHold: true }] }), 1_000);
    };
    service.cut();
    await tab.status('reconnecting');
    await tab.status('waiting');
    await tab.sees('let you in soon');
    expect(await tab.story()).toEqual(['joined', 'onJoined', 'reconnecting', 'onReconnecting', ...told]);

    for (const seat of service.seats)
      seat.send(Evt.roster, { update: [{ id: seat.self?.userId, bHold: false }] });
    await tab.status('joined');
    await tab.close();
  });
});
