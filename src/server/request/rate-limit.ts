import { Refusal } from '../reply.ts';

/** What a `Retry-After` says when the hook names no time, in s. */
const USUAL_WAIT = 60;

/** What the `rateLimit` hook returned. @throws {Refusal} when the browser must wait, or a TypeError if it makes no sense */
export function checkLimit(limited: unknown): void {
  const wait = limited === true ? USUAL_WAIT : Number(limited ?? 0);
  // `{ success: true }`, as several libraries return, would otherwise mean the opposite.
  if (!(wait >= 0 && wait < Number.POSITIVE_INFINITY)) {
    throw new TypeError('createSignatureHandler: `rateLimit` must return a boolean, or the seconds to wait.');
  }
  if (wait > 0) throw new Refusal('too-many-requests', { 'retry-after': String(Math.ceil(wait)) });
}
