import type { SessionOwner } from './owner.ts';

/** Within this time, another component with the same meeting is most likely the same one, elsewhere in the tree. */
const REMOUNT_MS = 1_000;

/** The meeting that was left by an unmount last. */
let last: { readonly owner: WeakRef<SessionOwner>; readonly key: string; readonly at: number } | undefined;

/** To be called when a meeting is left because its owner is unmounted. */
export function noteUnmount(owner: SessionOwner, key: string): void {
  last = { owner: new WeakRef(owner), key, at: Date.now() };
}

/** Whether somebody else has just left this meeting by an unmount. Told once. */
export function isRemount(owner: SessionOwner, key: string): boolean {
  const left = last;
  last = undefined;
  return left?.key === key && left.owner.deref() !== owner && Date.now() - left.at < REMOUNT_MS;
}
