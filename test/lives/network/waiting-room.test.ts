import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EndReason } from '../../../src/testing/service/meeting-service.ts';
import { Evt } from '../../../src/testing/service/messages.ts';
import { firstOf } from '../../support/is-all.ts';
import { isGoodbye } from '../support/goodbye.ts';
import { inTurn } from '../support/in-turn.ts';
import { life } from '../support/life.ts';
import { STAY_MS, stay } from '../support/stay.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const WAITS = 'let you in soon';
const hold = () => window.app.practice.host.putOnHold();
const admit = () => window.app.practice.host.admit();

life('waiting-room', () => {
  describe('they are let in when they are admitted, not thrown out before', () => {
    const timeout = STAY_MS + 120_000;

    it.concurrent.each(firstOf(1, ['webrtc', 'legacy'] as const))(
      'after joining into it, %s',
      { timeout },
      async (layout) => {
        const tab = await world.open();
        await inTurn(async () => {
          await tab.mount({ sdk: 'practice' }, { layout, waitingRoom: true, people: ['Grace Hopper'] });
          await tab.status('waiting');
        });
        await waits(tab);
        await tab.evaluate(admit);
        await isIn(tab, ['waiting', 'onWaiting:admission', 'joined', 'onJoined']);
      },
    );

    it.concurrent('after being put into it', { timeout }, async () => {
      const tab = await world.open();
      await inTurn(async () => {
        await tab.mount({ sdk: 'practice' }, { people: ['Grace Hopper'] });
        await tab.status('joined');
      });
      await tab.evaluate(hold);
      await tab.status('waiting');
      await waits(tab);
      await tab.evaluate(admit);
      await isIn(tab, ['joined', 'onJoined', 'waiting', 'onWaiting:admission', 'joined', 'onJoined']);
    });

    it.concurrent('by a new round, over real sockets', { timeout }, async () => {
      const { zoom } = world;
      // The stand-in does not answer media requests. In the modern layout, the SDK would reconnect because of that.
      zoom.reset({ layout: 'legacy', waitingRoom: true });
      const tab = await world.open();
      await inTurn(async () => {
        await tab.mount();
        await tab.status('waiting');
      });
      await tab.sees(WAITS);
      await stay();
      expect(await tab.story()).toEqual(['waiting', 'onWaiting:admission']);
      expect(zoom.received.filter(isGoodbye)).toEqual([]);
      zoom.service.waitingRoom = false;
      for (const seat of zoom.service.seats)
        seat.send(Evt.ended, { reason: EndReason.reconnect, subReason: 1 });
      await isIn(tab, [
        'waiting',
        'onWaiting:admission',
        'reconnecting',
        'onReconnecting',
        'joined',
        'onJoined',
      ]);
    });
  });

  it('an end that no event tells of is noticed there, too', async () => {
    world.zoom.reset({ waitingRoom: true });
    const tab = await world.open();
    await tab.mount();
    await tab.status('waiting');
    world.zoom.service.end(EndReason.silent);
    await tab.status('left');
    expect(await tab.story()).toEqual(['waiting', 'onWaiting:admission', 'left', 'onLeft:other']);
    await tab.close();
  });
});

/**
 * Waits, and checks that Zoom's waiting room stays visible, that nothing is reported, and that no leave message is
 * sent.
 */
async function waits(tab: LifeTab): Promise<void> {
  await tab.sees(WAITS);
  const before = await tab.log();
  await stay();
  expect(await tab.log()).toEqual(before);
  await tab.sees(WAITS);
  expect((await tab.evaluate(() => window.app.practice.received)).filter(isGoodbye)).toEqual([]);
}

async function isIn(tab: LifeTab, story: readonly string[]): Promise<void> {
  await tab.status('joined');
  await tab.sees('Grace Hopper');
  expect(await tab.story()).toEqual(story);
  await tab.close();
}
