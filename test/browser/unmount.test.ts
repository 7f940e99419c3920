import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { app, type FixturePage, type Harness, sharedHarness } from '../support/harness.ts';

let harness: Harness;
let fixture: FixturePage;
beforeAll(async () => {
  harness = await sharedHarness();
});
// Close the page even after a failed test, because its sockets would be counted in the next one.
afterEach(() => fixture.close());
afterAll(() => harness.stop());

describe('after unmount', () => {
  it('nothing of the meeting goes on: no track, socket, worker or timer, and the goodbye was sent', async () => {
    harness.zoom.reset();
    fixture = await harness.open();
    const { page, status } = fixture;
    await page.evaluate(() => window.app.mount());
    await status('joined');
    await page.evaluate(async () => {
      const frame = document.querySelector('iframe')?.contentWindow;
      if (!frame) throw new Error('no frame');
      // Ask for camera and microphone and start a timer in the frame, as the SDK does.
      const stream = await frame.navigator.mediaDevices.getUserMedia({ audio: true, video: true });
      const watched = { ticks: 0, tracks: stream.getTracks() };
      (frame as unknown as { setInterval: typeof setInterval }).setInterval(() => {
        watched.ticks += 1;
      }, 10);
      Object.assign(window, { watched });
    });
    const watched = () =>
      page.evaluate(() => {
        const { ticks, tracks } = (
          window as unknown as { watched: { ticks: number; tracks: MediaStreamTrack[] } }
        ).watched;
        return { ticks, tracks: tracks.map(({ readyState }) => readyState) };
      });
    await expect.poll(async () => (await watched()).ticks).toBeGreaterThan(3);
    expect((await watched()).tracks).toEqual(['live', 'live']);
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    await expect.poll(() => harness.zoom.openSockets).toBeGreaterThan(0);

    await page.evaluate(() => window.app.unmount());
    const after = await watched();
    expect(after.tracks).toEqual(['ended', 'ended']);
    await expect.poll(() => harness.zoom.openSockets).toBe(0);
    await expect.poll(() => page.workers().length).toBe(0);
    expect(harness.zoom.received).toContain(4103);
    await page.waitForTimeout(500);
    expect((await watched()).ticks).toBe(after.ticks);
  });

  it('nothing of the meeting stays: no document, node, listener, global, style or storage', async () => {
    harness.zoom.reset();
    // A context of its own, because the opener page of a warm window would be counted. With motion, the last screen
    // takes a moment to disappear, so that it is there at each unmount.
    const context = await harness.newContext({ reducedMotion: 'no-preference' });
    fixture = await harness.open('react-19', { context });
    const { page, status } = fixture;
    const cdp = await page.context().newCDPSession(page);
    const meet = async () => {
      await page.evaluate(() => window.app.mount());
      await status('joined');
      await page.evaluate(() => window.app.unmount());
    };
    const left = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      const counters = await cdp.send('Memory.getDOMCounters');
      const page1 = await page.evaluate(() => ({
        globals: Object.keys(window).sort(),
        elements: document.querySelectorAll('*').length,
        sessionStorage: Object.keys(sessionStorage),
      }));
      return { ...counters, ...page1 };
    };
    // The first join loads chunks that stay loaded. So does the warning that one join came right after another.
    await meet();
    await meet();
    await expect.poll(async () => (await left()).documents).toBe(1);
    const before = await left();
    expect(before.sessionStorage).toEqual([]);
    for (let round = 0; round < 3; round += 1) await meet();
    await expect.poll(left).toEqual(before);
  });

  it('the frame has the page’s URL and origin, a title, and leave to use camera and microphone', async () => {
    harness.zoom.reset();
    fixture = await harness.open();
    const { page, status } = fixture;
    await page.evaluate(() => window.app.mount());
    await status('joined');
    const frame = await page.evaluate(() => {
      const iframe = document.querySelector('iframe');
      return {
        href: iframe?.contentWindow?.location.href,
        origin: iframe?.contentWindow?.origin,
        title: iframe?.title,
        allow: iframe?.allow,
        src: iframe?.getAttribute('src'),
      };
    });
    expect(frame).toMatchObject({
      href: page.url(),
      origin: new URL(page.url()).origin,
      title: 'Zoom meeting',
      src: null,
    });
    expect(frame.allow).toMatch(/camera.*microphone.*display-capture.*autoplay.*fullscreen.*clipboard/);
  });

  it.each(['authorizing', 'loading', 'joining'])(
    'nothing comes of a join that was unmounted while %s',
    async (status) => {
      harness.zoom.reset();
      fixture = await harness.open();
      const { page, problems } = fixture;
      await page.evaluate((wanted) => {
        window.app.mount({
          onStatusChange: undefined,
        });
        // Unmount as early as possible in that status, as soon as the attribute changes.
        const root = document.querySelector('[data-zoom-join]');
        const stop = () => {
          if (root?.getAttribute('data-status') !== wanted) return false;
          window.app.unmount();
          return true;
        };
        if (!stop() && root)
          new MutationObserver((_, observer) => stop() && observer.disconnect()).observe(root, {
            attributes: true,
          });
      }, status);
      await expect.poll(() => page.locator('[data-zoom-join]').count()).toBe(0);
      await page.waitForTimeout(1_500);
      expect(await app(page, ({ log }) => log.filter((entry) => entry.startsWith('on')))).toEqual([]);
      expect(harness.zoom.openSockets).toBe(0);
      expect(await page.locator('iframe').count()).toBe(0);
      expect(problems).toEqual([]);
    },
  );

  it('can be unmounted from inside a handler', async () => {
    harness.zoom.reset();
    fixture = await harness.open();
    const { page, problems } = fixture;
    await page.evaluate(() => {
      window.app.mount();
      const { log } = window.app;
      const push = log.push.bind(log);
      // The fixture's onJoined writes to the log. Unmount right there, inside the component's own call.
      log.push = (...entries) => {
        const length = push(...entries);
        if (entries[0] === 'onJoined') window.app.unmount();
        return length;
      };
    });
    // Check the log first: before the session's chunk is loaded, there is no frame either.
    await expect
      .poll(() => app(page, ({ log }) => log.slice(-2)), { timeout: 15_000 })
      .toEqual(['onJoined', 'onLeft:unmount']);
    expect(await page.locator('iframe').count()).toBe(0);
    await expect.poll(() => harness.zoom.openSockets).toBe(0);
    expect(problems).toEqual([]);
  });
});
