import type { ZoomJoinErrorCode } from './zoom-join-error.ts';

/** The automatic retries since the user or the app last requested a join. */
export interface OwnTries {
  readonly expired: number;
  readonly waiting: number;
  /** Consecutive retries after network errors. Zoom's answer that the meeting has not started resets this. */
  readonly connection: number;
  /** When the first of these network errors occurred, in ms since 1970. */
  readonly since: number;
}

export const NO_TRIES: OwnTries = { expired: 0, waiting: 0, connection: 0, since: 0 };

export interface Plan {
  /** The pause before the retry, in ms. */
  readonly delay: number;
  readonly reason: 'retry' | 'expired';
  /** The retries so far, including this one. */
  readonly tries: OwnTries;
}

export interface Circumstances {
  readonly tries: OwnTries;
  /** In ms since 1970. */
  readonly now: number;
  /**
   * How long a join is retried, in ms. `Infinity` after the page has been asleep, and while the user is in a
   * meeting or waits for it: the session limits the time for reconnecting.
   */
  readonly patience: number;
}

/** Errors that the network or a busy server most likely caused. The next attempt may succeed. */
const CONNECTION: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'connection-failed',
  'connection-lost',
  'offline',
  'signature-unreachable',
  'sdk-load-failed',
  'sdk-assets-unreachable',
  'too-many-requests',
]);
/**
 * Most likely network errors, too, if the user was already in the meeting. A first join is not retried for these,
 * because that would only delay the error.
 */
const CONNECTION_LATER: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'component-load-failed',
  'sdk-load-timeout',
  'signature-timeout',
  'signature-endpoint-failed',
  'join-timeout',
]);

/** Pauses that grow by the factor `growth`, from `first` to `longest` (both in ms). */
interface Pauses {
  readonly first: number;
  readonly longest: number;
  readonly growth: number;
}
const CONNECTION_PAUSES: Pauses = { first: 1_000, longest: 15_000, growth: 2 };
const HOST_PAUSES: Pauses = { first: 5_000, longest: 30_000, growth: 1.4 };
/**
 * Each pause is randomly shortened by up to this fraction, so that a whole class doesn't retry at the same moment.
 */
const JITTER = 0.2;

/** Decides whether and when a join is retried automatically. Returns `null` if it isn't. */
export function planRetry(code: ZoomJoinErrorCode, { tries, now, patience }: Circumstances): Plan | null {
  if (code === 'not-started') {
    const waiting = tries.waiting + 1;
    return { reason: 'retry', delay: pause(HOST_PAUSES, tries.waiting), tries: { ...NO_TRIES, waiting } };
  }
  if (code === 'signature-expired')
    return tries.expired > 0 ? null : { reason: 'expired', delay: 0, tries: { ...tries, expired: 1 } };
  if (!CONNECTION.has(code) && !(patience === Infinity && CONNECTION_LATER.has(code))) return null;
  const { connection } = tries;
  const since = connection === 0 ? now : tries.since;
  const delay = pause(CONNECTION_PAUSES, connection);
  if (now + delay > since + patience) return null;
  return { reason: 'retry', delay, tries: { ...tries, connection: connection + 1, since } };
}

const pause = ({ first, longest, growth }: Pauses, before: number): number =>
  jittered(Math.min(longest, first * growth ** before));

const jittered = (delay: number): number => Math.round(delay * (1 - JITTER * Math.random()));
