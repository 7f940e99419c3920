import type { ZoomJoinErrorCode } from './zoom-join-error.ts';

/** The tries that started by themselves, since a person or the app last asked for one. */
export interface OwnTries {
  readonly expired: number;
  readonly waiting: number;
  /** In a row, without an answer of Zoom's in between. */
  readonly connection: number;
  /** When the first of those failed, in ms since 1970. */
  readonly since: number;
}

export const NO_TRIES: OwnTries = { expired: 0, waiting: 0, connection: 0, since: 0 };

export interface Plan {
  /** In ms. */
  readonly delay: number;
  readonly reason: 'retry' | 'expired';
  /** With this try counted. */
  readonly tries: OwnTries;
}

export interface Circumstances {
  readonly tries: OwnTries;
  /** In ms since 1970. */
  readonly now: number;
  /** How long a join is tried, in ms. `Infinity` for who is in a meeting or waits for it: the session limits that. */
  readonly patience: number;
}

/** The network's fault rather than anybody's: the next try may find it mended. */
const CONNECTION: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'connection-failed',
  'connection-lost',
  'offline',
  'signature-unreachable',
  'sdk-load-failed',
  'sdk-assets-unreachable',
  'too-many-requests',
]);
/** Most likely the same, for who has been in before. A first join would only take longer to say so. */
const CONNECTION_LATER: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'component-load-failed',
  'sdk-load-timeout',
  'signature-timeout',
  'signature-endpoint-failed',
  'join-timeout',
]);

/** Pauses in ms, each longer than the one before. */
interface Pauses {
  readonly first: number;
  readonly longest: number;
  readonly growth: number;
}
const CONNECTION_PAUSES: Pauses = { first: 1_000, longest: 15_000, growth: 2 };
const HOST_PAUSES: Pauses = { first: 5_000, longest: 30_000, growth: 1.4 };
/** So that a class does not ask in chorus: each pause is shorter by up to this share. */
const JITTER = 0.2;

/** Whether, when and how a join is tried again by itself; `null`: it isn't. */
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
