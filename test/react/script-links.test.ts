import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ZoomJoinProps } from '../../src/react/props.ts';
import { ZoomJoin } from '../../src/react/zoom-join.tsx';
import { selfHosted, zoomCdn } from '../../src/sdk/loading/source.ts';
import { createMeetingSimulator } from '../../src/testing/index.ts';

/** Renders as a server does. Returns the attributes of each link. */
function linksOf(props: Partial<ZoomJoinProps> = {}): string[] {
  const all = { meeting: '123 4567 8901', userName: 'Ada', getSignature: () => '', ...props };
  const html = renderToString(createElement(ZoomJoin, all));
  expect(html).toMatch(/^(<link [^>]*>)*<div /);
  return [...html.matchAll(/<link ([^>]*?)\/?>/g)].map(([, attributes = '']) => attributes);
}

const FILES = /(react\.min|react-dom\.min|zoom(us-websdk|-meeting)-embedded[\w.-]*)\.js"/;

describe('the HTML of a server names the SDK’s scripts', () => {
  it.each([
    ['Zoom’s CDN', undefined, 'https://source.zoom.us/6.2.0/'],
    ['the app’s own server', selfHosted('/vendor/zoom'), '/vendor/zoom/'],
    ['a simulated meeting', createMeetingSimulator().sdk, '/zoom-sdk/'],
  ])('of %s', (_, sdk, folder) => {
    const links = linksOf({ sdk });
    expect(links).toHaveLength(3);
    for (const link of links) {
      expect(link).toMatch(FILES);
      expect(link).toContain(`href="${folder}`);
      expect(link).toContain('rel="prefetch" as="script"');
      expect(link).toContain('fetchPriority="low"');
      expect(link).not.toContain('nonce');
    }
  });

  it('with the nonce, which counts only for `preload`', () => {
    for (const link of linksOf({ nonce: 'r4nd0m' })) {
      expect(link).toContain('rel="preload"');
      expect(link).toContain('nonce="r4nd0m"');
    }
  });

  it('with the hashes', () => {
    const links = linksOf({ sdk: zoomCdn(undefined, { integrity: { 'react.min.js': 'sha384-x' } }) });
    expect(links.filter((link) => link.includes('integrity="sha384-x"'))).toEqual([
      expect.stringContaining('/react.min.js"'),
    ]);
  });

  it.each([
    ['nobody joins until there is a click', { autoJoin: false }],
    ['the client is the app’s own', { sdk: { id: 'own', createClient: () => Promise.reject() } }],
  ])('but not if %s', (_, props) => {
    expect(linksOf(props)).toEqual([]);
  });
});
