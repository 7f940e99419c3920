import { classify, withoutWords } from '../../../src/failures/classify.ts';
import type { ZoomJoinError, ZoomJoinErrorCode } from '../../../src/failures/zoom-join-error.ts';
import type { LeftReason, MeetingState } from '../../../src/session/api/status.ts';
import { type Clock, MINUTE, SECOND } from './clock.ts';

/** A retry does not change these. */
const FINAL: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'wrong-passcode',
  'meeting-ended',
  'browser-unsupported',
  'sdk-file-missing',
  'internal',
]);
/**
 * These are most likely the network's fault. They are retried, but not in a first join, whose time they have taken.
 */
const SLOW: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'signature-timeout',
  'sdk-load-timeout',
  'component-load-failed',
  'join-timeout',
]);

/** The defaults of `timeouts`. */
const RETRY_MS = MINUTE;
const RECONNECT_MS = 5 * MINUTE;
const LONGEST_PAUSE_MS = 15 * SECOND;
const MOST_RELOADS = 5;

/**
 * What must become of the user, derived from what has happened to them: `joined` sooner or later, or nothing more.
 * It knows what the documentation promises, and nothing about how a session decides.
 */
export class Expectation {
  /** Whether the user is in the meeting, or on the way. */
  isIn = false;
  /** The end that the current event allows: a reason to leave or, in `mayFail`, an error code. */
  mayLeave: LeftReason | undefined;
  mayFail: ZoomJoinErrorCode | undefined;
  /** How the last failure must be reported. */
  error: Pick<ZoomJoinError, 'code' | 'zoomCode'> | undefined;
  readonly #clock: Clock;
  /** How far the clock was ahead when an attempt was last asked for, or failed. */
  #ahead = 0;
  /** When Zoom refused a signature as expired, in ms of being awake. */
  #expiredAt: number | undefined;
  /** When the network first failed a join, if Zoom has not answered since. */
  #failingSince: number | undefined;
  #lostAt: number | undefined;
  #reloads: readonly number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The user or the app asks for an attempt. */
  asked(): void {
    this.isIn = true;
    this.#ahead = this.#clock.ahead;
    this.#answered();
  }

  unmounted(): void {
    this.isIn = false;
    this.#lostAt = undefined;
    this.#reloads = [];
  }

  /** The attempt that is under way has failed. */
  failed(thrown: unknown, isLive: boolean): void {
    const hasSlept = this.#clock.ahead > this.#ahead;
    this.#ahead = this.#clock.ahead;
    const found = classify(thrown);
    this.#expectError(withoutWords(found));
    const isFinal = this.#isFinal(found.code, isLive, hasSlept);
    this.mayFail = isFinal === 'no' ? undefined : found.code;
    if (isFinal === 'yes') this.isIn = false;
  }

  /** The messages for the last failure have a more exact code. Nobody has tried again since. */
  explained(code: ZoomJoinErrorCode): void {
    if (this.error !== undefined) this.error = { ...this.error, code };
    if (!FINAL.has(code)) return;
    this.mayFail = code;
    this.isIn = false;
  }

  /** The frame has reloaded itself. */
  reloaded(): void {
    const { awake, jumpedAt } = this.#clock;
    this.#reloads = [...this.#reloads.filter((time) => time > awake - MINUTE), awake];
    if (this.#reloads.length <= MOST_RELOADS) return;
    this.error = { code: 'join-failed' };
    this.mayFail = 'join-failed';
    // Unless the page has slept in between.
    if (this.#reloads.every((time) => time > jumpedAt)) this.isIn = false;
  }

  /** @returns what is wrong about reporting this state */
  told(state: MeetingState): string | undefined {
    const isLost = state.status === 'reconnecting';
    const lostAt = this.#lostAt;
    this.#lostAt = isLost ? (lostAt ?? this.#clock.awake) : undefined;
    if (state.status === 'joined') this.#answered();
    if (state.status === 'left') {
      this.isIn = false;
      if (state.reason !== this.mayLeave) return `left, ${state.reason}, for no reason`;
      this.mayLeave = undefined;
    }
    if (state.status === 'failed') {
      this.isIn = false;
      const { code } = state.error;
      if (code === this.mayFail) return undefined;
      const lostFor = lostAt === undefined ? 0 : this.#clock.awake - lostAt;
      if (!/connection-lost|offline/.test(code) || lostFor < RECONNECT_MS)
        return `failed, ${code}, for no reason`;
      this.#expectError(state.error);
    }
    return undefined;
  }

  /** Whether the connection has been lost for longer than promised. The clock may have been set meanwhile. */
  get isLostTooLong(): boolean {
    if (this.#lostAt === undefined) return false;
    return this.#clock.awake - Math.max(this.#lostAt, this.#clock.jumpedAt) > 2 * RECONNECT_MS;
  }

  #expectError({ code, zoomCode }: ZoomJoinError): void {
    this.error = { code, ...(zoomCode !== undefined && { zoomCode }) };
  }

  /** Earlier failures do not count any more. */
  #answered(): void {
    this.#expiredAt = undefined;
    this.#failingSince = undefined;
  }

  #isFinal(code: ZoomJoinErrorCode, isLive: boolean, hasSlept: boolean): 'yes' | 'no' | 'perhaps' {
    if (FINAL.has(code)) return 'yes';
    if (code === 'not-started') this.#answered();
    if (code === 'signature-expired') {
      const { awake, jumpedAt } = this.#clock;
      const before = this.#expiredAt;
      this.#expiredAt = awake;
      if (before === undefined) return 'no';
      // After a sleep, and after minutes without an answer, it may count as the first one again.
      return awake < before + MINUTE && before > jumpedAt ? 'yes' : 'perhaps';
    }
    if (isLive || code === 'not-started') return 'no';
    this.#failingSince ??= this.#clock.awake;
    // When the page woke up, its timers may have fired first.
    if (SLOW.has(code) && !hasSlept) return 'perhaps';
    return this.#clock.awake - this.#failingSince > RETRY_MS - LONGEST_PAUSE_MS ? 'perhaps' : 'no';
  }
}
