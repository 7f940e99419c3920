import { afterEach, expect, it, vi } from 'vitest';
import { probe } from '../../../src/sdk/loading/probe.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  ['/classes/42', 'https://app.example/classes/42'],
  // A path that looks like another host.
  ['//stranger.example/', 'https://app.example//stranger.example/'],
  // The path of `about:srcdoc`.
  ['srcdoc', 'https://app.example/srcdoc'],
])('asks the page’s own server, whatever its path is: %s', async (pathname, page) => {
  const asked: string[] = [];
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { pathname });
  vi.stubGlobal('origin', 'https://app.example');
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response();
  });
  await probe('https://cdn.example/sdk.js');
  expect(asked.sort()).toEqual([page, 'https://cdn.example/sdk.js'].sort());
});
