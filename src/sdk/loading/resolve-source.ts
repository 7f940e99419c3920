import type { ScriptSource } from './source.ts';

/** A source with absolute URLs. */
export interface ResolvedSource extends Pick<ScriptSource, 'id' | 'scripts' | 'assetPath' | 'integrity'> {
  /** What the app gave: perhaps an instance of a class, whose methods need it. */
  readonly given: ScriptSource;
}

/**
 * Returns the source with absolute URLs. A join, a preload and a diagnosis each call this once, before they request
 * anything.
 *
 * @param assetPath Replaces the source's own.
 */
export function resolveSource(source: ScriptSource, assetPath?: string): ResolvedSource {
  const path = assetPath ?? source.assetPath;
  return {
    id: source.id,
    scripts: source.scripts.map(resolveUrl),
    assetPath: path && resolveUrl(path),
    integrity: source.integrity,
    given: source,
  };
}

/**
 * Resolves a URL against the document's URL rather than its base URL. Injected markup can change the base URL
 * (`<base>`), and the SDK would then come from the attacker's server. A document without a hierarchical URL, such as
 * `about:srcdoc`, still has an origin. If the result is not a URL, returns what was given, which then fails to load.
 */
function resolveUrl(url: string): string {
  for (const base of [document.URL, origin]) {
    try {
      return new URL(url, base).href;
    } catch {
      // An absolute URL needs no base, but a relative one can't be resolved against this one.
    }
  }
  return url;
}
