import { afterAll, beforeAll, expect, it } from 'vitest';
import { directives, NONCE, POLICIES } from '../../../src/cli/headers/policies.ts';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const FILES = ['js_media.min.js', 'react-dom.min.js', 'react.min.js'];
const APP_POLICY = `default-src 'self'; script-src 'self' 'nonce-${NONCE}'; style-src 'unsafe-inline'; img-src data:`;
const CASES = [
  {
    from: 'the page’s own server',
    policy: directives(POLICIES.nonce).join('; '),
    sdk: '/zoom-sdk',
    files: [...FILES, 'zoomus-websdk-embedded.umd.min.js'],
  },
  // The policy of an app that allows the meeting's servers only on the page with the meeting.
  {
    from: 'Zoom’s CDN',
    policy: APP_POLICY,
    sdk: 'cdn',
    files: [...FILES, 'zoom-meeting-embedded-6.2.0.min.js'],
  },
];

life('preload-nonce', () => {
  it.each(CASES)(
    'preloadZoom() fetches the SDK from $from, and violates nothing',
    async ({ policy, sdk, files }) => {
      const { pages, zoom } = world;
      const fromZoom: string[] = [];
      zoom.intercept = ({ url = '' }) => {
        if (url.startsWith('/6.')) fromZoom.push(url);
        return false;
      };
      const headers = { 'content-security-policy': `${policy}; report-uri /csp-report` };
      Object.assign(pages, { headers, nonce: NONCE, requested: [], reports: [] });
      const tab = await world.open();
      await tab.evaluate((source) => {
        const violated: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          violated.push(`${effectiveDirective}: ${blockedURI}`),
        );
        Object.assign(window, { violated });
        window.app.preloadZoom(source);
      }, sdk);
      const fetched = () =>
        [...pages.requested.filter((url) => url.startsWith('/zoom-sdk/')), ...fromZoom].map(
          (url) => url.split('/').at(-1) ?? '',
        );
      const violated = () => tab.evaluate(() => (window as { violated?: string[] }).violated);
      await expect
        .poll(async () => ({ fetched: fetched().sort(), violated: await violated() }))
        .toEqual({ fetched: [...files].sort(), violated: [] });
      const nonces = await tab.evaluate(() =>
        [...document.querySelectorAll<HTMLLinkElement>('link[as=script]:not([rel=modulepreload])')].map(
          ({ nonce }) => nonce,
        ),
      );
      expect(nonces).toEqual(files.map(() => NONCE));
      expect(pages.reports).toEqual([]);
      await tab.close();
    },
  );
});
