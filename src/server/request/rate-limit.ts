import { Refusal } from '../reply.ts';

/** The `Retry-After` if the hook returns `true`, in s. */
const USUAL_WAIT = 60;

/**
 * Checks what the `rateLimit` hook returned.
 *
 * @throws {Refusal} if the browser must wait
 * @throws {TypeError} if the value is neither a boolean nor a number of seconds
 */
export function checkLimit(limited: unknown): void {
  const wait = limited === true ? USUAL_WAIT : Number(limited ?? 0);
  // Several libraries return `{ success: true }`, which would otherwise count as limited.
  if (!(wait >= 0 && wait < Number.POSITIVE_INFINITY)) {
    throw new TypeError('createSignatureHandler: `rateLimit` must return a boolean, or the seconds to wait.');
  }
  if (wait > 0) {
    throw new Refusal('too-many-requests', { headers: { 'retry-after': String(Math.ceil(wait)) } });
  }
}
