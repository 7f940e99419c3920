import type { SessionOwner } from './owner.ts';

/** No user and no app chooses another SDK this often: so many new sources within so many ms. */
const LIMIT = 4;
const WITHIN_MS = 6_000;

/** When each owner first passed each source, in ms since 1970. */
const seen = new WeakMap<SessionOwner, Map<string | undefined, number>>();

/**
 * Whether an owner passes a new SDK source at each render, so that it would rejoin without end. Call this for each
 * source that differs from the last. A source that the owner has passed before is not a new one.
 */
export function isNewAtEachRender(owner: SessionOwner, id: string | undefined): boolean {
  const times = seen.get(owner) ?? new Map();
  seen.set(owner, times);
  if (times.has(id)) return false;
  const now = Date.now();
  times.set(id, now);
  return ([...times.values()].at(-LIMIT) ?? 0) > now - WITHIN_MS;
}
