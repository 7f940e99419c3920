import { beforeDeadline } from '../utils/deadline.ts';
import { ownFields } from './own-fields.ts';

/** How long the endpoint waits, in whole ms. */
export interface SignatureHandlerTimeouts {
  /** For the request's body to arrive. Past it, the answer is a 408. Default: 10,000. */
  body?: number | undefined;
  /** For `rateLimit`. Past it, the request continues. Default: 1,000. */
  rateLimit?: number | undefined;
  /** For `authorize`. Past it, the answer is a 503. Default: 10,000. */
  authorize?: number | undefined;
  /** For `onAudit`. Past it, the answer is sent. Default: 1,000. */
  onAudit?: number | undefined;
  /** For `onError`. Past it, the answer is sent. Default: 1,000. */
  onError?: number | undefined;
}

const DEFAULTS = { body: 10_000, rateLimit: 1_000, authorize: 10_000, onAudit: 1_000, onError: 1_000 };
export type Timeouts = typeof DEFAULTS;

/** A hook did not settle within its time. */
export class HookTimeout extends Error {}

/** @throws {RangeError} that names the wrong timeout */
export function readTimeouts(caller: string, given: SignatureHandlerTimeouts = {}): Timeouts {
  const own = ownFields(given);
  const timeouts = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS) as (keyof Timeouts)[]) {
    const ms = own[name];
    if (ms === undefined) continue;
    // There is no timer for 2 ** 31 ms or more, so the handler would wait for ever.
    if (!Number.isInteger(ms) || ms < 1 || ms >= 2 ** 31) {
      throw new RangeError(
        `${caller}: \`timeouts.${name}\` must be whole milliseconds, from 1 to 2147483647.`,
      );
    }
    timeouts[name] = ms;
  }
  return timeouts;
}

/**
 * Calls a hook of the app. What it does after its time has no effect.
 *
 * @throws {HookTimeout} or what the hook threw
 */
export async function callHook<T>(
  caller: string,
  name: keyof Timeouts,
  ms: number,
  hook: () => T | Promise<T>,
): Promise<T> {
  const late = () =>
    new HookTimeout(`${caller}: \`${name}\` took longer than ${ms} ms (\`timeouts.${name}\`).`);
  // The async function turns a throw into a rejection.
  return beforeDeadline((async () => hook())(), ms, undefined, late);
}
