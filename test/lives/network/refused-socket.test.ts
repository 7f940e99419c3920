import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAll } from '../../support/is-all.ts';
import { inTurn } from '../support/in-turn.ts';
import { life } from '../support/life.ts';
import { AGAIN, answer503, cut, joined, seconds } from '../support/meeting-over-sockets.ts';
import { buttons } from '../support/ours.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
const refused = new Set<string>();
beforeAll(async () => {
  world = await startWorld();
  // The stand-in does not answer media requests. In the modern layout, the SDK would reconnect because of that.
  world.zoom.reset({ layout: 'legacy' });
  world.zoom.refuseSockets = refused;
});
afterAll(() => world.stop());

const timeout = 240_000;

/** Breaks the connection, and refuses each new one. */
function breakDown(meeting: string): void {
  refused.add(meeting);
  cut(world.zoom, meeting);
}

life('refused-socket', () => {
  it.concurrent.each(isAll ? [5, 20, 60] : [20])(
    'in a meeting, for %i s: they are in it again',
    { timeout },
    async (count) => {
      const meeting = `12345678${100 + count}`;
      const tab = await joined(world, meeting);
      breakDown(meeting);
      await tab.status('reconnecting');
      await seconds(count);
      expect((await tab.story()).slice(2)).toEqual(['reconnecting', 'onReconnecting']);
      refused.delete(meeting);
      await tab.status('joined');
      await tab.sees('Grace Hopper');
      expect(await tab.story()).toEqual(AGAIN);
      await tab.close();
    },
  );

  it.concurrent('“Try now” does not wait for the pause', { timeout }, async () => {
    const meeting = '12345678200';
    const tab = await joined(world, meeting);
    breakDown(meeting);
    // Wait until the SDK has given up, and the component has retried a few times.
    await tab.until('a pause', () => window.app.signatures > 3);
    expect(await tab.evaluate(buttons)).toEqual(['Try now', 'Leave']);
    refused.delete(meeting);
    const before = await tab.evaluate(() => window.app.signatures);
    // The driver's click would wait until nothing moves, but several meetings share the machine.
    await tab.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>('[data-zoom-join] button'))
        if (button.innerText === 'Try now') button.click();
    });
    await tab.until('a try at once', (count) => window.app.signatures === count + 1, before);
    await tab.status('joined');
    expect(await tab.story()).toEqual(AGAIN);
    await tab.close();
  });

  it.concurrent('for longer than `timeouts.reconnect`: it has failed, with the last cause', {
    timeout,
  }, async () => {
    const meeting = '12345678300';
    const tab = await joined(world, meeting, { timeouts: { reconnect: 10_000 } });
    breakDown(meeting);
    await tab.status('failed');
    expect((await tab.story()).slice(2)).toEqual([
      'reconnecting',
      'onReconnecting',
      'failed',
      'onError:connection-lost',
    ]);
    await tab.close();
  });

  it.concurrent.each([20])('at a first join, for %i s: they get in', { timeout }, async (count) => {
    const meeting = `12345679${100 + count}`;
    refused.add(meeting);
    const tab = await world.open();
    await inTurn(() => tab.mount({ meeting }));
    await tab.until('a second try', () => window.app.signatures > 1);
    await seconds(count);
    refused.delete(meeting);
    await tab.status('joined');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
    await tab.close();
  });

  it.concurrent('at a first join, for longer: it fails after a minute', { timeout }, async () => {
    const meeting = '12345679300';
    refused.add(meeting);
    const tab = await world.open();
    const begun = Date.now();
    await tab.mount({ meeting });
    await seconds(45);
    await tab.status('failed');
    expect(Date.now() - begun).toBeGreaterThan(45_000);
    expect(await tab.story()).toEqual(['failed', 'onError:connection-failed']);
    await tab.close();
  });
});

// It cuts every meeting, so it is not among those above.
if (isAll) {
  life('refused-socket', () => {
    it('Zoom’s HTTP answers 503 for 15 s, in a meeting and at a join', { timeout }, async () => {
      const { zoom } = world;
      const meetings = ['12345670001', '12345670002'] as const;
      const tab = await joined(world, meetings[0]);
      answer503(zoom);
      zoom.service.cut();
      await tab.status('reconnecting');
      const other = await world.open();
      await other.mount({ meeting: meetings[1] });
      await seconds(15);
      zoom.intercept = undefined;
      await tab.status('joined');
      await other.status('joined');
      expect(await tab.story()).toEqual(AGAIN);
      expect(await other.story()).toEqual(['joined', 'onJoined']);
      await tab.close();
      await other.close();
    });
  });
}
