/**
 * Has the browser fetch scripts for another document, such as the frame's, when there is time. Safari knows no `prefetch`,
 * and keeps what it preloads in its cache as well.
 */
export function prefetch(document: Document, scripts: readonly string[]): void {
  for (const src of scripts) {
    const link = document.createElement('link');
    link.rel = link.relList.supports('prefetch') ? 'prefetch' : 'preload';
    link.as = 'script';
    askWithCors(link);
    link.href = src;
    const isThere = [...document.head.querySelectorAll('link')].some(({ href }) => href === link.href);
    if (!isThere) document.head.append(link);
  }
}

/** What the SDK asks for only when it joins, 1.6 MB. */
export const mediaScript = (assetPath: string): string => `${assetPath}/js_media.min.js`;

/** As the SDK asks for its own scripts: an isolated page gets nothing from another origin that has not agreed to it. */
export function askWithCors(element: HTMLLinkElement | HTMLScriptElement): void {
  if (element.ownerDocument.defaultView?.crossOriginIsolated) element.crossOrigin = 'anonymous';
}
