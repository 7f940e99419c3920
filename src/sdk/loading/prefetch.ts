import { MEDIA_SCRIPT } from '../profile/file-names.ts';
import { type Integrity, setIntegrity } from './integrity.ts';

/**
 * Makes the browser fetch scripts at low priority, for another document such as the frame's.
 *
 * @param options.nonce For a Content-Security-Policy with nonces. A nonce applies only to `preload`: Chromium checks a
 *   `prefetch` against the URLs in the policy. Safari doesn't support `prefetch`, and caches what it preloads.
 */
export function prefetch(
  document: Document,
  scripts: readonly string[],
  { nonce, integrity }: { nonce?: string | undefined; integrity?: Integrity | undefined } = {},
): void {
  for (const src of scripts) {
    const link = document.createElement('link');
    link.rel = !nonce && link.relList.supports('prefetch') ? 'prefetch' : 'preload';
    link.as = 'script';
    link.fetchPriority = 'low';
    if (nonce) link.nonce = nonce;
    askWithCors(link);
    setIntegrity(link, src, integrity);
    link.href = src;
    const isThere = [...document.head.querySelectorAll('link')].some(({ href }) => href === link.href);
    if (!isThere) document.head.append(link);
  }
}

/** The media script: 1.6 MB that the SDK requests only when it joins. */
export const mediaScript = (assetPath: string): string => `${assetPath}/${MEDIA_SCRIPT}`;

/**
 * A cross-origin isolated page can load scripts of another origin only with CORS. The SDK requests its own scripts
 * the same way.
 */
export function askWithCors(element: HTMLLinkElement | HTMLScriptElement): void {
  if (element.ownerDocument.defaultView?.crossOriginIsolated) element.crossOrigin = 'anonymous';
}
