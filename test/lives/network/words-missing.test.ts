import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type HeldFile, holdFile, WORDS } from '../support/hold-file.ts';
import { life } from '../support/life.ts';
import { buttons, isRead } from '../support/ours.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let words: HeldFile;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.zoom.reset({ layout: 'legacy' });
  words = holdFile(world.pages, WORDS, 'fail');
  tab = await world.open();
  return () => tab.close();
});

const told = () =>
  tab.evaluate(() => {
    const [error] = window.app.errors;
    return { code: error?.code, zoomCode: error?.zoomCode, cause: String(error?.cause) };
  });

life('words-missing', () => {
  it('a meeting that has not started is waited for, and joined', async () => {
    world.zoom.service.started = false;
    await tab.mount();
    await tab.status('waiting');
    await expect.poll(() => words.asked).toBeGreaterThan(0);
    world.zoom.service.started = true;
    await tab.status('joined');
    expect(await tab.story()).toEqual(['waiting', 'onWaiting:host', 'joined', 'onJoined']);
  });

  it('an expired signature is renewed', async () => {
    world.zoom.service.fail(3705);
    await tab.mount();
    await tab.until('a second signature', () => window.app.signatures === 2);
    world.zoom.service.fail(undefined);
    await tab.status('joined');
  });

  it('a connection error is tried again', async () => {
    world.zoom.refuseSockets = true;
    await tab.mount();
    await tab.until('a second try', () => window.app.signatures > 1);
    world.zoom.refuseSockets = false;
    await tab.status('joined');
  });

  it('what cannot be mended fails with its code, Zoom’s number, and a way on', async () => {
    world.zoom.service.fail(3004);
    await tab.mount();
    await tab.status('failed');
    expect(await told()).toMatchObject({ code: 'wrong-passcode', zoomCode: 3004 });
    await tab.until('a sentence', isRead, 'can’t be joined right now');
    expect(await tab.evaluate(buttons)).toEqual(['Try again']);
  });

  it('what getSignature threw is the cause', async () => {
    await tab.mount({ refuse: true });
    await tab.status('failed');
    expect(await told()).toMatchObject({ code: 'signature-request-failed', cause: 'Error: refused' });
  });
});
