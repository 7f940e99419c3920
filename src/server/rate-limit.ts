import { Refusal } from './reply.ts';

/** What a `Retry-After` says when the hook names no time, in s. */
const USUAL_WAIT = 60;

/** What the `rateLimit` hook returned: @throws {Refusal} when the browser must wait, or the value makes no sense. */
export function checkLimit(limited: unknown): void {
  if (limited === undefined || limited === null || limited === false || limited === 0) return;
  const wait = limited === true ? USUAL_WAIT : limited;
  // `{ success: true }`, as several libraries return, would otherwise mean the opposite.
  if (typeof wait !== 'number' || !Number.isFinite(wait) || wait < 0) {
    const cause = new TypeError(
      'createSignatureHandler: `rateLimit` must return whether to refuse: true or the s to wait, or else false, 0 or nothing.',
    );
    throw new Refusal('misconfigured', { cause });
  }
  throw new Refusal('too-many-requests', {}, { 'retry-after': String(Math.ceil(wait)) });
}
