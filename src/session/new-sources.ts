import type { SessionOwner } from './owner.ts';

/** No user and no app chooses another SDK this often: so many new sources, each within so many ms of the last. */
const LIMIT = 3;
const WITHIN_MS = 2_000;

interface Seen {
  readonly ids: Set<string | undefined>;
  at: number;
  quick: number;
}

const seen = new WeakMap<SessionOwner, Seen>();

/**
 * Whether an owner passes a new SDK source at each render, so that it would rejoin without end. Call this for each
 * source that differs from the last. A source that the owner has passed before is not a new one.
 */
export function isNewAtEachRender(owner: SessionOwner, id: string | undefined): boolean {
  const sources = seen.get(owner) ?? { ids: new Set(), at: 0, quick: 0 };
  seen.set(owner, sources);
  const now = Date.now();
  const isQuick = !sources.ids.has(id) && now - sources.at < WITHIN_MS;
  sources.quick = isQuick ? sources.quick + 1 : 0;
  sources.ids.add(id);
  sources.at = now;
  return sources.quick >= LIMIT;
}
