import type { ZoomJoinError, ZoomJoinErrorCode } from './error.ts';
import type { SignatureRequest } from './options.ts';

/** The tries that started by themselves, since a person or the app last asked for one. */
export interface OwnTries {
  readonly expired: number;
  readonly connection: number;
  readonly waiting: number;
}

export const NO_TRIES: OwnTries = { expired: 0, connection: 0, waiting: 0 };

export interface Plan {
  /** In ms. */
  readonly delay: number;
  readonly reason: SignatureRequest['reason'];
  readonly kind: keyof OwnTries;
}

/** The network's fault rather than anybody's: the next try may find it mended. */
const CONNECTION: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'connection-failed',
  'offline',
  'signature-unreachable',
  'sdk-load-failed',
  'sdk-assets-unreachable',
  'too-many-requests',
]);
/** The pauses between three tries, in ms. */
const CONNECTION_DELAYS = [1_000, 3_000];
/** Before the host starts, in ms: growing from the first to the last, for as long as somebody waits. */
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 30_000;
const GROWTH = 1.4;
/** So that a class does not ask in chorus: each pause is shorter by up to this share. */
const JITTER = 0.2;

/**
 * Whether, when and how a join is tried again by itself; `null`: it isn't. An expired signature once at once, a
 * connection error twice more, a meeting that has not started until it has.
 */
export function planRetry({ code }: ZoomJoinError, tries: OwnTries): Plan | null {
  if (code === 'not-started') {
    const delay = jittered(Math.min(LONGEST_WAIT, FIRST_WAIT * GROWTH ** tries.waiting));
    return { kind: 'waiting', reason: 'retry', delay };
  }
  if (code === 'signature-expired' && tries.expired === 0) {
    return { kind: 'expired', reason: 'expired', delay: 0 };
  }
  const delay = CONNECTION.has(code) ? CONNECTION_DELAYS[tries.connection] : undefined;
  return delay === undefined ? null : { kind: 'connection', reason: 'retry', delay: jittered(delay) };
}

const jittered = (delay: number): number => Math.round(delay * (1 - JITTER * Math.random()));
