import { mediaScript, prefetch } from './sdk/hint.ts';
import { type SdkSource, zoomCdn } from './sdk/source.ts';

/**
 * Fetches the SDK's files into the browser's cache, at low priority, and the parts of this package that a join needs.
 * For a page from which people go on to one with a meeting: at a router's link, say. Runs nothing of Zoom's, and does
 * nothing on a server. Can be called again.
 *
 * @param source What `<ZoomJoin sdk>` will be given. Default: `zoomCdn()`.
 */
export function preloadZoom(source: SdkSource = zoomCdn()): void {
  if (typeof document === 'undefined') return;
  const { scripts, assetPath } = source;
  prefetch(document, assetPath === undefined ? scripts : [...scripts, mediaScript(assetPath)]);
  // What does not come now is asked for again by the join, which tells.
  import('./session/session.ts').catch(() => {});
  import('./screens/cover.tsx').catch(() => {});
}
