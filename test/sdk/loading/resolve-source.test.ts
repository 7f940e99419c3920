import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveSource } from '../../../src/sdk/loading/resolve-source.ts';
import { type FrameWindow, selfHosted, zoomCdn } from '../../../src/sdk/loading/source.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** @param URL The URL of the document. Its base URL leads elsewhere. */
function inDocument(URL: string, origin: string): void {
  vi.stubGlobal('document', { URL, baseURI: 'https://stranger.example/' });
  vi.stubGlobal('origin', origin);
}

const first = (url: string) => resolveSource(selfHosted(url)).scripts[0];
const FILE = '/lib/vendor/react.min.js';

describe('the URLs of the SDK', () => {
  it.each([
    ['/zoom-sdk', 'https://app.example/zoom-sdk'],
    ['zoom-sdk', 'https://app.example/classes/zoom-sdk'],
    ['../zoom-sdk', 'https://app.example/zoom-sdk'],
    ['//cdn.example/sdk', 'https://cdn.example/sdk'],
    ['https://cdn.example/sdk', 'https://cdn.example/sdk'],
  ])('%s is relative to the document’s URL, not to its base URL', (given, resolved) => {
    inDocument('https://app.example/classes/42?day=1#top', 'https://app.example');
    expect(resolveSource(selfHosted(given)).scripts).toEqual(selfHosted(resolved).scripts);
    expect(resolveSource(selfHosted(given)).assetPath).toBe(`${resolved}/lib/av`);
  });

  it.each(['about:srcdoc', 'about:blank', 'blob:https://app.example/0b3f'])(
    'in a document at %s, they are relative to its origin',
    (url) => {
      inDocument(url, 'https://app.example');
      expect(first('/zoom-sdk')).toBe(`https://app.example/zoom-sdk${FILE}`);
      expect(first('zoom-sdk')).toBe(`https://app.example/zoom-sdk${FILE}`);
      expect(resolveSource(zoomCdn())).toMatchObject({ scripts: zoomCdn().scripts });
    },
  );

  it('without an origin either, absolute ones still work, and others stay as they are', () => {
    inDocument('about:srcdoc', 'null');
    expect(resolveSource(zoomCdn())).toMatchObject({ scripts: zoomCdn().scripts });
    expect(first('/zoom-sdk')).toBe(`/zoom-sdk${FILE}`);
  });

  it('take the `assetPath` that replaces the source’s own', () => {
    inDocument('https://app.example/classes/42', 'https://app.example');
    expect(resolveSource(zoomCdn(), '/av').assetPath).toBe('https://app.example/av');
    expect(resolveSource({ id: 'own', scripts: ['/sdk.js'] }).assetPath).toBeUndefined();
  });
});

it('a source keeps its id, and may be an object of a class', () => {
  inDocument('https://app.example/', 'https://app.example');
  class Source {
    readonly id = 'own';
    readonly scripts = ['/sdk.js'];
    frame: FrameWindow | undefined;
    prepare(frame: FrameWindow): void {
      this.frame = frame;
    }
  }
  const source = new Source();
  const frame = {} as FrameWindow;
  const { id, given } = resolveSource(source);
  given.prepare?.(frame);
  expect(id).toBe('own');
  expect(source.frame).toBe(frame);
});
