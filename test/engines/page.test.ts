import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { directives, POLICIES } from '../../src/cli/headers/policies.ts';
import { headerOf, nonceOf } from '../headers/policies.ts';
import { type Portal, startPortal } from '../lives/support/portal.ts';
import { type LifeTab, startWorld, type World } from '../lives/support/world.ts';
import { firstOf } from '../support/is-all.ts';

const PEOPLE = ['Grace Hopper'];

let world: World;
let portal: Portal;
let tab: LifeTab;
beforeAll(async () => {
  [world, portal] = await Promise.all([startWorld(), startPortal()]);
  tab = await world.open();
});
beforeEach(async () => {
  const { pages, zoom } = world;
  pages.reset();
  zoom.reset();
  // The servers of the meeting have names that the policies allow.
  Object.assign(zoom.service, { rwcHost: 'rwc.zoom.us', rwgHost: 'rwg.zoom.us', layout: 'legacy' });
  await tab.reload();
  await tab.until('the app', () => 'app' in window);
});
afterAll(() => Promise.all([world.stop(), portal.stop()]));

/**
 * Runs in the page before its own scripts: refuses to store anything in the page and in its frames, as Firefox does if
 * the user blocks all cookies (tried with `network.cookie.cookieBehavior` 2).
 */
function blockStorage(): void {
  const refused = () => new DOMException('The operation is insecure.', 'SecurityError');
  const get = () => {
    throw refused();
  };
  const block = (target: Window & typeof globalThis) => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(target, name, { configurable: true, get });
    }
    Object.defineProperty(target.Document.prototype, 'cookie', { get: () => '', set() {} });
    target.IDBFactory.prototype.open = get;
    const reject = () => Promise.reject(refused());
    Object.assign(target.CacheStorage.prototype, { open: reject, match: reject, has: reject, keys: reject });
  };
  block(window);
  const { append } = Element.prototype;
  Element.prototype.append = function (this: Element, ...nodes) {
    append.apply(this, nodes);
    for (const node of nodes) {
      if (node instanceof HTMLIFrameElement && node.contentWindow) block(node.contentWindow as typeof window);
    }
  };
}

describe('The page', () => {
  it('Back leads to the page before, whatever happened meanwhile', async () => {
    const { length, url } = await tab.evaluate(() => ({ length: history.length, url: location.href }));
    await tab.open(`${url}?second`);
    await tab.until('the app', () => 'app' in window);
    for (const act of ['leave', 'end'] as const) {
      await tab.mount({ sdk: 'practice' }, { people: PEOPLE });
      await tab.status('joined');
      await tab.evaluate(
        (what) => (what === 'leave' ? window.app.handle?.leave() : window.app.practice.host.end()),
        act,
      );
      await tab.status('left');
      await tab.afresh();
    }
    await tab.mount({ sdk: 'practice', autoJoin: false }, { people: PEOPLE });
    await tab.evaluate(() => {
      window.app.practice.fail(3004);
      window.app.handle?.join();
    });
    await tab.status('failed');
    expect(await tab.evaluate(() => history.length)).toBe(length + 1);
    await tab.back();
    await tab.until('the app', () => 'app' in window);
    expect(await tab.evaluate(() => location.href)).toBe(url);
  });

  it.each(firstOf(1, ['nonce', 'self-hosted'] as const))(
    'the smallest Content-Security-Policy: %s',
    async (name) => {
      const nonce = nonceOf(name);
      world.pages.headers = headerOf(directives(POLICIES[name]));
      world.pages.nonce = nonce;
      await tab.reload();
      await tab.until('the app', () => 'app' in window);
      await tab.evaluate(() => {
        const violated: string[] = [];
        Object.assign(window, { violated });
        addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      });
      await tab.mount({ sdk: '/zoom-sdk', ...(nonce !== undefined && { nonce }) });
      await tab.status('joined');
      await tab.sees('Grace Hopper');
      expect(await tab.evaluate(() => (window as unknown as { violated: string[] }).violated)).toEqual([]);
    },
  );

  it('storage and cookies that are blocked', async () => {
    world.pages.inject = (html) =>
      html.replace('<head>', `<head><script>(${String(blockStorage)})()</script>`);
    await tab.reload();
    await tab.until('the app', () => 'app' in window);
    expect(
      await tab.evaluate(() => {
        try {
          return Boolean(localStorage);
        } catch (error) {
          return String(error);
        }
      }),
    ).toContain('SecurityError');
    await tab.mount({ sdk: 'practice' }, { people: PEOPLE });
    await tab.status('joined');
    await tab.sees('Grace Hopper');
  });

  it('an app in a frame of another origin', async () => {
    const inside = await world.open('react-19', { around: portal.around('camera; microphone') });
    await inside.mount({ sdk: 'practice' }, { people: PEOPLE });
    await inside.status('joined');
    await inside.sees('Grace Hopper');
    await inside.close();
  });

  it('an app in a frame with `sandbox` and no origin is told so, and nothing stays', async () => {
    // For the server, such a page is one of another origin.
    world.pages.headers = { 'access-control-allow-origin': '*' };
    const inside = await world.open('react-19', { around: portal.around('', 'allow-scripts') });
    await inside.mount({ sdk: 'practice' }, { people: PEOPLE });
    await inside.status('failed');
    const [error] = await inside.evaluate(() => window.app.errors.map(({ code, hint }) => ({ code, hint })));
    expect(error).toMatchObject({
      code: 'page-sandboxed',
      hint: expect.stringContaining('allow-same-origin'),
    });
    expect(await inside.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
    await inside.close();
  });

  it('practice looks up no name, and connects to nothing but the page’s own server', async () => {
    for (const layout of firstOf(1, ['webrtc', 'legacy'] as const)) {
      await tab.mount({ sdk: 'practice' }, { people: PEOPLE, layout });
      await tab.status('joined');
      // The media workers of the SDK start after the join.
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await tab.afresh();
    }
    // Browsers themselves ask for updates.
    expect(world.zoom.hosts.filter((host) => !/google|mozilla/.test(host))).toEqual([]);
  });

  it('`diagnose()` says what a Content-Security-Policy forbids', async () => {
    await tab.evaluate(() => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = "script-src 'self' 'wasm-unsafe-eval'; worker-src blob:";
      document.head.append(meta);
    });
    const codes = await tab.evaluate(async () =>
      (await window.app.diagnose()).findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ code }) => code as string),
    );
    expect(codes.filter((code) => !/^(no-webrtc|no-h264)$/.test(code))).toEqual(['policy-scripts']);
  });
});
