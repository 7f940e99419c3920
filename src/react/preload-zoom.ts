import { mediaScript, prefetch } from '../sdk/loading/prefetch.ts';
import { resolveSource } from '../sdk/loading/resolve-source.ts';
import { type SdkSource, zoomCdn } from '../sdk/loading/source.ts';

export interface PreloadZoomOptions {
  /**
   * The nonce of your Content-Security-Policy, if it uses nonces. With one, Chromium warns in its console if nobody
   * joins within a few seconds, because it can't tell that the files are for a later page. Default: that of the
   * page's own scripts.
   */
  nonce?: string | undefined;
}

/**
 * Fetches the SDK's files, and the parts of this package that a join needs, into the browser's cache at low
 * priority. Call it on a page from which the user goes on to a page with a meeting, for example when the pointer
 * reaches a link of your router. It runs none of Zoom's code, and does nothing on a server. You can call it
 * repeatedly.
 *
 * @param source The `sdk` prop of that `<ZoomJoin>`. Default: `zoomCdn()`.
 */
export function preloadZoom(
  source: SdkSource = zoomCdn(),
  { nonce = pageNonce() }: PreloadZoomOptions = {},
): void {
  if (typeof document === 'undefined') return;
  if ('scripts' in source) {
    const { scripts, assetPath, integrity } = resolveSource(source);
    const all = assetPath === undefined ? scripts : [...scripts, mediaScript(assetPath)];
    prefetch(document, all, { nonce, integrity });
  }
  // If one of these fails, the join asks for it again and reports the error.
  import('../session/session.ts').catch(() => {});
  import('./screens/overlay.tsx').catch(() => {});
}

/** Browsers hide the value of the attribute, but not that of the property. */
const pageNonce = (): string | undefined =>
  globalThis.document?.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
