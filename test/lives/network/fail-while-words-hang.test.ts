import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdFile, WORDS } from '../support/hold-file.ts';
import { life } from '../support/life.ts';
import { isRead } from '../support/ours.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('fail-while-words-hang', () => {
  it('the status says at once that the meeting is over; onError does not wait for ever', async () => {
    const { zoom, pages } = world;
    zoom.reset({ layout: 'legacy' });
    const words = holdFile(pages, WORDS, 'hold');
    const tab = await world.open();
    await tab.mount();
    await tab.status('joined');
    // The SDK reconnects to a meeting that has been locked in the meantime.
    zoom.service.fail(4006);
    zoom.service.cut();
    await tab.until('the status', () => window.app.log.includes('failed'));
    await expect.poll(() => words.asked).toBe(1);
    expect(await tab.story()).toEqual(['joined', 'onJoined', 'reconnecting', 'onReconnecting', 'failed']);
    expect((await tab.since()).frames).toBe(0);
    await tab.until('onError', () => window.app.errors.length > 0);
    expect(await tab.evaluate(() => window.app.errors.map(({ code, zoomCode }) => [code, zoomCode]))).toEqual(
      [['meeting-locked', 4006]],
    );

    // The app is told only once, although the messages have loaded by now. The screen shows them.
    words.answer('pass');
    await tab.until('the words', isRead, 'The host has locked the meeting');
    expect((await tab.story()).slice(-2)).toEqual(['failed', 'onError:meeting-locked']);
    await tab.close();
  });
});
