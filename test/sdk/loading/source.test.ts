import { describe, expect, it } from 'vitest';
import { selfHosted, zoomCdn } from '../../../src/sdk/loading/source.ts';

describe('where the SDK comes from', () => {
  it('is Zoom’s CDN at a pinned version', () => {
    expect(zoomCdn().scripts).toEqual([
      'https://source.zoom.us/6.2.0/lib/vendor/react.min.js',
      'https://source.zoom.us/6.2.0/lib/vendor/react-dom.min.js',
      'https://source.zoom.us/6.2.0/zoom-meeting-embedded-6.2.0.min.js',
    ]);
    expect(zoomCdn('6.1.0').scripts.at(-1)).toContain('/6.1.0/zoom-meeting-embedded-6.1.0.min.js');
  });

  it('or the app’s own server, with or without a slash at the end', () => {
    expect(selfHosted('/zoom/')).toEqual(selfHosted('/zoom'));
    expect(selfHosted().scripts[0]).toBe('/zoom-sdk/lib/vendor/react.min.js');
  });

  it('is the same source when it is written again, and another one elsewhere', () => {
    expect(zoomCdn().id).toBe(zoomCdn().id);
    expect(new Set([zoomCdn().id, zoomCdn('6.1.0').id, selfHosted().id, selfHosted('/z').id]).size).toBe(4);
  });
});
