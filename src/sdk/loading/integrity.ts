/**
 * Hashes of files (Subresource Integrity), such as `sha384-…`, by the files' names, such as `react.min.js`. The browser
 * doesn't run a script that differs.
 */
export type Integrity = Readonly<Record<string, string>>;

/** Returns the hash for this URL, if there is one. */
export const hashOf = (url: string, integrity: Integrity = {}): string | undefined =>
  integrity[url.replace(/[?#].*|.*\//g, '')];

/** Sets the hash for this URL, if there is one. The browser compares a file of another origin only with CORS. */
export function setIntegrity(
  element: HTMLScriptElement | HTMLLinkElement,
  url: string,
  integrity?: Integrity,
): void {
  const hash = hashOf(url, integrity);
  if (hash) Object.assign(element, { crossOrigin: 'anonymous', integrity: hash });
}
