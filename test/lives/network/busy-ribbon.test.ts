import { afterAll, beforeAll, expect, it } from 'vitest';
import { videoSize } from '../../../src/sdk/ui/fit.ts';
import { isAll } from '../../support/is-all.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const EVENTS = isAll ? 2_000 : 300;
/** Including the user. */
const PEOPLE = 3;
const STAY = 4;
const BOX = { width: 640, height: 360 };

interface Watched extends Window {
  ReactWidgets?: { createClient(): { getAttendeeslist(): unknown[] } };
  ZoomMtgEmbedded?: Watched['ReactWidgets'];
  /** How many times the list of participants was requested in each animation frame. */
  lists: Map<unknown, number>;
  /** Calls all animation frame callbacks that a background tab did not get, in a single frame. */
  show(): Promise<void>;
}

declare global {
  interface Window {
    meetingFrame: Watched;
  }
}

/** From now on, the meeting gets no animation frames, as in a background tab. Headless Chromium hides no tab. */
function hide(): void {
  const frame = document.querySelector('iframe')?.contentWindow as Watched;
  const { requestAnimationFrame } = frame;
  const callbacks: FrameRequestCallback[] = [];
  frame.requestAnimationFrame = (callback) => callbacks.push(callback);
  frame.show = () => {
    frame.requestAnimationFrame = requestAnimationFrame;
    return new Promise((resolve) =>
      frame.requestAnimationFrame((now) => {
        for (const callback of callbacks) callback(now);
        resolve();
      }),
    );
  };
  window.meetingFrame = frame;
}

/**
 * The stand-in for Zoom's servers can't answer an offer for WebRTC video, without which the SDK makes the whole
 * meeting reconnect after 37 s. 2,000 events take longer. A browser without WebRTC makes no offer.
 */
const withoutWebRtc = () => void Reflect.deleteProperty(window, 'RTCPeerConnection');

function countLists(): void {
  const frame = document.querySelector('iframe')?.contentWindow as Watched;
  const client = (frame.ReactWidgets ?? frame.ZoomMtgEmbedded)?.createClient();
  if (client === undefined) throw new Error('The SDK has no client.');
  const { getAttendeeslist } = client;
  frame.lists = new Map();
  client.getAttendeeslist = () => {
    const now = frame.document.timeline.currentTime;
    frame.lists.set(now, (frame.lists.get(now) ?? 0) + 1);
    return getAttendeeslist.call(client);
  };
  window.meetingFrame = frame;
}

const lists = (tab: LifeTab): Promise<number[]> =>
  tab.evaluate(() => [...window.meetingFrame.lists.values()]);

/** Waits until the SDK has reported this many added people. */
const added = (tab: LifeTab, people: number): Promise<void> =>
  tab.until(
    `${people} have come`,
    (wanted) =>
      wanted ===
      window.app.log
        .filter((entry) => entry.startsWith('onUserAdded:'))
        .reduce((sum, entry) => sum + Number(entry.split(':')[1]), 0),
    people,
  );

/** Waits until the videos have the right size. The toolbar keeps the widget itself wider than the videos. */
const fits = (tab: LifeTab, people: number): Promise<void> =>
  tab.until(
    `fits with ${people} people`,
    (width) =>
      document.querySelector('iframe')?.contentDocument?.querySelector('video-player-container')
        ?.clientWidth === width,
    videoSize(BOX, 'ribbon', people).width,
  );

life('busy-ribbon', () => {
  it('asks for one list of everybody in an animation frame, and fits', {
    timeout: 300_000,
  }, async () => {
    const { zoom } = world;
    zoom.reset();
    const { service } = zoom;
    const tab = await world.open('react-19', { before: withoutWebRtc });
    await tab.mount({ view: 'ribbon', style: { ...BOX, aspectRatio: 'auto' } });
    await tab.status('joined');
    await fits(tab, PEOPLE);

    await tab.evaluate(countLists);
    await tab.evaluate(hide);
    for (let count = 1; count <= EVENTS / 2; count += 1) {
      const { userId } = service.addPerson(`Visitor ${count}`);
      if (count <= EVENTS / 2 - STAY) service.removePerson(userId);
      // The SDK combines many simultaneous events into one.
      if (count % 10 === 0) await added(tab, PEOPLE + count);
    }
    await tab.evaluate(() => window.meetingFrame.show());
    expect(await lists(tab)).toEqual([1]);
    await fits(tab, PEOPLE + STAY);
    expect(Math.max(...(await lists(tab)))).toBe(1);

    await tab.evaluate(() => window.meetingFrame.lists.clear());
    for (const { userId, name } of [...service.people.values()])
      if (name.startsWith('Visitor')) service.removePerson(userId);
    await fits(tab, PEOPLE);
    expect(Math.max(...(await lists(tab)))).toBe(1);
    await tab.close();
  });
});
