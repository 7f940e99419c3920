import { readdir } from 'node:fs/promises';
import { JSDOM, ResourceLoader } from 'jsdom';
import { createElement, type FunctionComponent } from 'react';
import type { Root } from 'react-dom/client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { populateGlobal } from 'vitest/runtime';
import type { ZoomJoinError } from '../../../src/failures/zoom-join-error.ts';
import type { ZoomJoinProps } from '../../../src/react/props.ts';
import { life } from '../support/life.ts';

/** Everything that the page, its frames and their scripts request from the network. */
const requested: string[] = [];

class Watching extends ResourceLoader {
  override fetch(url: string): null {
    requested.push(url);
    return null;
  }
}

/** A document as in an app's unit tests, except that it does load scripts and links. */
const dom = new JSDOM('<!doctype html><div id="app"></div>', {
  url: 'https://app.example/',
  pretendToBeVisual: true,
  runScripts: 'dangerously',
  resources: new Watching(),
});

const DIST = new URL('../../../dist/', import.meta.url);
const built = (file: string): Promise<unknown> => import(/* @vite-ignore */ new URL(file, DIST).href);

let root: Root;
let ZoomJoin: FunctionComponent<ZoomJoinProps>;
beforeAll(async () => {
  const refuse = (name: string) => (_method: unknown, url: unknown) => {
    requested.push(`${name}: ${String(url ?? _method)}`);
    throw new TypeError('no network');
  };
  dom.window.XMLHttpRequest.prototype.open = refuse('XMLHttpRequest');
  Object.assign(dom.window, { fetch: refuse('fetch') });
  populateGlobal(globalThis, dom.window, { bindFunctions: true });
  // Use those of jsdom, as Jest does, because Node's are not jsdom's.
  const { AbortController, AbortSignal } = dom.window;
  Object.assign(globalThis, { AbortController, AbortSignal });
  const { createRoot } = await import('react-dom/client');
  ({ ZoomJoin } = (await built('index.js')) as { ZoomJoin: typeof ZoomJoin });
  // Load the chunks now, so that they are available at once later.
  for (const file of await readdir(DIST)) {
    if (file.endsWith('.js') && !/^(server|testing|vite)/.test(file)) await built(file);
  }
  watch(document);
  root = createRoot(document.querySelector('#app') ?? document.body);
});
afterAll(() => {
  root.unmount();
  dom.window.close();
});

const props = (onError: (error: ZoomJoinError) => void): ZoomJoinProps => ({
  meeting: '123 4567 8901',
  userName: 'Ada Lovelace',
  getSignature: () => 'not.asked.for',
  onError,
});

/** Records each script and link of a document and its frames, even those that are removed again. */
function watch(watched: Document): void {
  const look = () => {
    for (const element of watched.querySelectorAll('script[src], link[href]'))
      if (!seen.has(element)) seen.add(element) && requested.push(element.outerHTML);
    for (const { contentDocument } of watched.querySelectorAll('iframe')) {
      if (contentDocument === null || seen.has(contentDocument)) continue;
      seen.add(contentDocument);
      watch(contentDocument);
    }
  };
  look();
  new MutationObserver(look).observe(watched, { childList: true, subtree: true });
}
const seen = new WeakSet<Node>();

life('unit-tests', () => {
  it('no request goes out, and the error says what to use', async () => {
    const onError = vi.fn<(error: ZoomJoinError) => void>();
    root.render(createElement(ZoomJoin, props(onError)));
    await expect.poll(() => onError.mock.calls.length).toBe(1);
    const [error] = onError.mock.calls[0] ?? [];
    expect(requested).toEqual([]);
    expect(error).toMatchObject({
      code: 'unsupported-environment',
      message: expect.stringMatching(/browser/i),
      hint: expect.stringMatching(/createMeetingSimulator|createClient/),
    });
    expect(error?.hint).toMatch(/\bsdk\b/);
    root.render(null);
    // Otherwise React would keep the same component in the next test.
    await expect.poll(() => document.querySelector('[data-zoom-join]')).toBeNull();
  });

  it('nor does preload="mount" send one', async () => {
    const onError = vi.fn();
    root.render(createElement(ZoomJoin, { ...props(onError), autoJoin: false, preload: 'mount' }));
    await expect.poll(() => document.querySelector('button')).not.toBeNull();
    // By then, its chunk has loaded and could have sent a request.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(requested).toEqual([]);
    expect(onError).not.toHaveBeenCalled();
  });
});
