import type { SessionOwner } from './owner.ts';

/**
 * If another component joins the same meeting within this time, in ms, it is most likely the same component,
 * elsewhere in the tree. It is too short for a user to go back to another page and in again.
 */
const REMOUNT_MS = 300;

/** The last meeting that was left because of an unmount. */
let last: { readonly owner: WeakRef<SessionOwner>; readonly key: string; readonly at: number } | undefined;

/** Call this when a meeting is left because its owner is unmounted. */
export function noteUnmount(owner: SessionOwner, key: string): void {
  last = { owner: new WeakRef(owner), key, at: Date.now() };
}

/**
 * Whether another owner has just left this meeting because of an unmount. Returns `true` only once for each
 * unmount.
 */
export function isRemount(owner: SessionOwner, key: string): boolean {
  const left = last;
  last = undefined;
  return left?.key === key && left.owner.deref() !== owner && Date.now() - left.at < REMOUNT_MS;
}
