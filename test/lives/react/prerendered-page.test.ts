import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isGoodbye } from '../support/goodbye.ts';
import { life } from '../support/life.ts';
import { ELSEWHERE, visit } from '../support/undriven.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.zoom.reset();
  Object.assign(world.pages, { requested: [], headers: {} });
});

const APP = `/react-19/?mount=${encodeURIComponent(JSON.stringify({ sdk: '/zoom-sdk' }))}`;
const PATIENT = { timeout: 30_000 };

const asked = () => ({
  signatures: world.pages.requested.filter((url) => url === '/api/signature').length,
  files: world.pages.requested.filter((url) => url.startsWith('/zoom-sdk/')).length,
});
const inMeeting = (people: number) =>
  expect.poll(() => world.zoom.service.seats.size, { ...PATIENT, message: 'seats' }).toBe(people);

life('prerendered-page', () => {
  it('prerendered, nothing is joined before somebody opens the page', async () => {
    const page = await visit(world, `${ELSEWHERE}?to=${encodeURIComponent(APP)}`);
    const prerendering = await page.ask(async () => {
      const url = new URLSearchParams(location.search).get('to');
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({
        prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }],
      });
      document.head.append(rules);
      let seen: string | null = null;
      while (seen === null) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        seen = localStorage.getItem('prerendering');
      }
      // Give a join enough time to start.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return seen;
    });
    expect({ prerendering, ...asked() }).toEqual({ prerendering: 'true', signatures: 0, files: 0 });

    await page.tellTo(() => {
      location.href = new URLSearchParams(location.search).get('to') ?? '';
      return new Promise(() => {});
    });
    await inMeeting(1);
    expect(asked().signatures).toBe(1);
    await page.close();
  });

  it('back in the page after another one, they are in the meeting again, unless they had left it', async () => {
    // The SDK has an `unload` handler. This policy disables it, so that Chromium keeps the page in the back/forward
    // cache.
    world.pages.headers = { 'permissions-policy': 'unload=()' };
    const page = await visit(world, APP, APP);
    await inMeeting(1);
    /** Resolves to whether the browser had kept the page. */
    const goAndComeBack = async (whileAway: () => void | Promise<void>) => {
      await page.tellTo(() => {
        location.href = '/elsewhere';
        return new Promise((resolve) =>
          addEventListener('pageshow', ({ persisted }) => resolve(persisted), { once: true }),
        );
      });
      await inMeeting(0);
      await whileAway();
      await page.tellTo(() => {
        history.back();
        return new Promise(() => {});
      });
      return page.hear();
    };

    const wasKept = await goAndComeBack(() => expect(asked().signatures).toBe(1));
    expect(wasKept).toBe(true);
    await inMeeting(1);
    const story = await page.ask(async () => {
      while (window.app.handle?.status !== 'joined') await new Promise((resolve) => setTimeout(resolve, 50));
      return window.app.log.filter((entry) =>
        /^(joined|waiting|failed|on(Joined|Error|Waiting))/.test(entry),
      );
    });
    expect(story).toEqual(['joined', 'onJoined', 'joined', 'onJoined']);
    expect({
      signatures: asked().signatures,
      goodbyes: world.zoom.received.filter(isGoodbye).length,
    }).toEqual({
      signatures: 2,
      goodbyes: 1,
    });

    await page.ask(() => window.app.handle?.leave());
    await goAndComeBack(() => {});
    const status = await page.ask(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return window.app.handle?.status;
    });
    expect({ status, signatures: asked().signatures }).toEqual({ status: 'left', signatures: 2 });
    await page.close();
  });
});
