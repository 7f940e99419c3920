import { classify, withoutWords } from '../../../src/failures/classify.ts';
import type { ZoomJoinError, ZoomJoinErrorCode } from '../../../src/failures/zoom-join-error.ts';
import type { LeftReason, MeetingState } from '../../../src/session/api/status.ts';
import { type Clock, MINUTE, SECOND } from './clock.ts';

/** Nothing changes by another try. */
const FINAL: ReadonlySet<ZoomJoinErrorCode> = new Set([
  'wrong-passcode',
  'meeting-ended',
  'browser-unsupported',
  'sdk-file-missing',
  'internal',
]);
/** The network's fault, most likely: tried again, but not at a first join, of which it has taken the time. */
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
 * What must become of the person, from what has happened to them: `joined` sooner or later, or nothing any more. It knows what
 * the documentation promises, and nothing of how a session decides.
 */
export class Expectation {
  /** They are in the meeting, or on their way. */
  isIn = false;
  /** Allowed by what is happening now. */
  mayLeave: LeftReason | undefined;
  mayFail: ZoomJoinErrorCode | undefined;
  /** What the last failure is to be called. */
  error: Pick<ZoomJoinError, 'code' | 'zoomCode'> | undefined;
  readonly #clock: Clock;
  /** By how much the clock was ahead when a try was last asked for, or failed. */
  #ahead = 0;
  /** When Zoom refused a signature as expired, in ms of being awake. */
  #expiredAt: number | undefined;
  /** When the network first failed a join, without an answer of Zoom's since. */
  #failingSince: number | undefined;
  #lostAt: number | undefined;
  #reloads: readonly number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A person or the app asks for a try. */
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

  /** The try that is under way has failed. */
  failed(thrown: unknown, isLive: boolean): void {
    const hasSlept = this.#clock.ahead > this.#ahead;
    this.#ahead = this.#clock.ahead;
    const found = classify(thrown);
    this.#expectError(withoutWords(found));
    const isFinal = this.#isFinal(found.code, isLive, hasSlept);
    this.mayFail = isFinal === 'no' ? undefined : found.code;
    if (isFinal === 'yes') this.isIn = false;
  }

  /** The words for the last failure say more exactly what it was; nobody has tried again since. */
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
    // Unless it has slept in between.
    if (this.#reloads.every((time) => time > jumpedAt)) this.isIn = false;
  }

  /** @returns what is wrong about that this is told */
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

  /** It has been looked for the connection for longer than promised. The clock may have been set meanwhile. */
  get isLostTooLong(): boolean {
    if (this.#lostAt === undefined) return false;
    return this.#clock.awake - Math.max(this.#lostAt, this.#clock.jumpedAt) > 2 * RECONNECT_MS;
  }

  #expectError({ code, zoomCode }: ZoomJoinError): void {
    this.error = { code, ...(zoomCode !== undefined && { zoomCode }) };
  }

  /** Nothing that was tried before counts any more. */
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
    // Its timers may have fired first when the page woke up.
    if (SLOW.has(code) && !hasSlept) return 'perhaps';
    return this.#clock.awake - this.#failingSince > RETRY_MS - LONGEST_PAUSE_MS ? 'perhaps' : 'no';
  }
}
