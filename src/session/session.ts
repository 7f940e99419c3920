import { type Classified, classify, withoutWords } from '../failures/classify.ts';
import { failure } from '../failures/failure.ts';
import { errorOf, loadWords, WORDS_MS } from '../failures/load-words.ts';
import { NO_TRIES, type OwnTries, planRetry } from '../failures/retry-policy.ts';
import type { ZoomJoinError } from '../failures/zoom-join-error.ts';
import { meetingKey } from '../meeting-reference/meeting-reference.ts';
import type { MeetingClient } from '../sdk/client/meeting-client.ts';
import type { FrameEnd } from '../sdk/frame/frame.ts';
import { zoomCdn } from '../sdk/loading/source.ts';
import { after, childOf } from '../utils/abort.ts';
import { copyDeep } from '../utils/copy-deep.ts';
import { isDevelopment } from '../utils/is-development.ts';
import { isShown, untilShown } from '../utils/until-shown.ts';
import { announce } from './announce.ts';
import { call } from './api/handlers.ts';
import { IDLE } from './api/idle.ts';
import type { ControllerOptions, MeetingOptions, RetryInput, SignatureRequest } from './api/options.ts';
import { isLive, type LeftReason, type MeetingSnapshot, type MeetingState } from './api/status.ts';
import { Attempt } from './attempt/attempt.ts';
import type { AttemptContext } from './attempt/context.ts';
import { setupOf } from './attempt/setup.ts';
import { FrameEnds } from './frame-ends.ts';
import { type StatusTimes, stepsOf } from './join-steps.ts';
import { isNewAtEachRender } from './new-sources.ts';
import type { SessionOwner } from './owner.ts';
import { propBehind } from './prop-behind.ts';
import { isRemount, noteUnmount } from './remounts.ts';
import type { WarningFacts } from './warnings/warn.ts';

const RETRY_TIMEOUT_MS = 60_000;
const RECONNECT_TIMEOUT_MS = 300_000;
/** If a timer is late by more than this, the page was asleep. In a hidden tab, it may be late by up to a minute. */
const ASLEEP_MS = 90_000;
/** Longer than any pause and the attempt after it take together. If more time has passed, the page was asleep. */
const LONGEST_TRY_MS = 300_000;

/** The part of an {@link Attempt} that a session uses. */
export type SessionAttempt = Pick<
  Attempt,
  'setup' | 'prepare' | 'join' | 'end' | 'moveTo' | 'onCommit' | 'client'
>;

/** An attempt, and the controller that ends it. */
interface Running {
  readonly abort: AbortController;
  readonly attempt: SessionAttempt;
}

/**
 * A session for one meeting, in one role, with one SDK. It controls the order authorize → load → init → join →
 * leave, and retries automatically. Each attempt is an {@link Attempt} with a client of its own. Only one attempt
 * runs at a time.
 */
export class MeetingSession {
  /** The latest props for this meeting. Handlers and `getSignature` are read from here whenever they are needed. */
  options: ControllerOptions;
  readonly #owner: SessionOwner;
  readonly #signal: AbortSignal;
  readonly #key: string;
  readonly #createAttempt: (context: AttemptContext) => SessionAttempt;
  /** Aborts what is in progress: an attempt, or the pause before the next one. */
  #current: AbortController | undefined;
  #attempt: SessionAttempt | undefined;
  /** The attempt that `preload` has prepared for the next join. */
  #prepared: Running | undefined;
  #tries: OwnTries = NO_TRIES;
  #input: RetryInput = {};
  #view: MeetingOptions['view'];
  /** Whether the prop behind the last failure has changed since. See {@link propBehind}. */
  #hasChanged = false;
  #isHiddenOut = false;
  /** Whether the owner's props are for another meeting, role or SDK. */
  #isOutdated = false;
  /** Whether the session keeps its SDK, because the owner passes another one at each render. */
  #keepsSdk = false;
  #joinedAt: number | undefined;
  #times: StatusTimes = {};
  /** When a join was last requested, or an attempt last failed, in ms since 1970. */
  #triedAt = 0;
  readonly #frameEnds = new FrameEnds();
  #stopReconnectTimer = () => {};
  /** Calls `onError` now, if it is still waiting for the error's messages. */
  #tellError = () => {};

  /** @param signal Ends the session. Its reason is the {@link LeftReason} if the user is in the meeting by then. */
  constructor(
    owner: SessionOwner,
    options: ControllerOptions,
    signal: AbortSignal,
    createAttempt: (context: AttemptContext) => SessionAttempt = (context) => new Attempt(context),
  ) {
    this.options = options;
    this.#view = options.view;
    this.#owner = owner;
    this.#signal = signal;
    this.#key = keyOf(options);
    this.#createAttempt = createAttempt;
    signal.addEventListener('abort', () => this.#onAbort(signal.reason));
  }

  /** The client of the current meeting. `null` outside of a meeting. */
  get client(): MeetingClient | null {
    return isLive(this.#state.status) ? (this.#attempt?.client ?? null) : null;
  }

  /** Stores the props of the latest render, unless they are for another meeting, role or SDK. */
  update(given: ControllerOptions): void {
    const options = this.#keepsSdk ? { ...given, sdk: this.options.sdk } : given;
    this.#isOutdated = keyOf(options) !== this.#key;
    if (this.#isOutdated) return;
    const state = this.#state;
    // The value itself, which may be a passcode, is not kept.
    if (state.status === 'failed')
      this.#hasChanged ||=
        propBehind(state.error.code, options) !== propBehind(state.error.code, this.options);
    this.options = options;
  }

  /** Reacts to changed props. Don't call this while rendering, because it may call handlers. */
  onCommit(): void {
    const { options } = this.#owner;
    if (this.#isOutdated && this.#hasNewSdkAtEachRender) {
      this.#keepsSdk = true;
      this.#warn({ code: 'sdk-not-stable' });
      this.update(options);
    }
    if (this.#isOutdated) {
      // The owner's props are for another meeting, role or SDK.
      const { attempt, state } = this.#owner.getSnapshot();
      this.#owner.end('changed');
      this.#publish(IDLE.state, attempt);
      if (options.autoJoin !== false || !/idle|left/.test(state.status)) this.#owner.handle.join();
      return;
    }
    this.#attempt?.onCommit();
    const { view } = options;
    if (view !== this.#view) {
      this.#view = view;
      if (view !== undefined) void this.client?.setViewType(view);
    }
    const state = this.#state;
    if (state.status !== 'failed') return;
    if (this.#hasChanged && propBehind(state.error.code, this.options)) this.#startAnew('retry');
  }

  /**
   * Prepares a join before it is requested, once for the same props. If this fails, nothing is reported: the join
   * tries again and reports its own failure.
   */
  preload(): void {
    if (this.#state.status !== 'idle' || !isShown(this.#element)) return;
    if (this.#prepared?.attempt.setup === setupOf(this.options)) return;
    this.#prepared?.abort.abort();
    const abort = childOf(this.#signal);
    try {
      const attempt = this.#create(abort);
      this.#prepared = { abort, attempt };
      // If the join has taken over this attempt, it reports the failure itself.
      attempt.prepare().catch(() => this.#prepared?.abort === abort && abort.abort());
    } catch {
      abort.abort();
    }
  }

  /** Joins, unless a join is already in progress or done. */
  join(): void {
    if (!this.#isUnderWay) this.#startAnew(this.#owner.getSnapshot().attempt === 0 ? 'join' : 'retry');
  }

  /**
   * Tries again now if a join has failed or a retry is scheduled, or if the user has left. Does nothing while
   * joining or joined.
   */
  retry({ password, userName, userEmail }: RetryInput = {}): void {
    this.#input = { ...this.#input, ...copyDeep({ password, userName, userEmail }) };
    if (this.#state.status === 'reconnecting' || this.#owner.getSnapshot().next !== null || !this.#isUnderWay)
      this.rejoin();
  }

  /**
   * Joins again with a new signature, whatever the status. If the user is waiting for the host or reconnecting, the
   * status stays the same.
   */
  rejoin(): void {
    if (this.#isPatient) {
      this.#tries = { ...NO_TRIES, waiting: this.#tries.waiting };
      void this.#try('retry');
    } else this.#startAnew('retry');
  }

  /** Call this when `<Activity>` hides the component. */
  onHide(): void {
    this.leave('hidden');
  }

  /** Call this when the component is shown again. It joins again, unless the user had left before that. */
  onShow(): void {
    if (!this.#isHiddenOut) return;
    this.#isHiddenOut = false;
    if (this.options.autoJoin !== false) this.join();
    else this.#publish(IDLE.state);
  }

  leave(reason: LeftReason = 'user'): void {
    // If the user leaves while the component is hidden, it doesn't join again when it is shown.
    this.#isHiddenOut = reason === 'hidden' && this.#isUnderWay;
    if (this.#isUnderWay) this.#leave(reason);
  }

  /** Ends the meeting for everybody. @throws {Failure} outside of a meeting, or if Zoom refuses */
  async end(): Promise<void> {
    const attempt = this.#attempt;
    if (attempt === undefined || this.client === null) throw failure('not-in-meeting');
    await attempt.end();
    if (this.#attempt === attempt) this.#leave('ended');
  }

  /** Moves the meeting into another host element. */
  moveTo(element: HTMLElement): void {
    this.#attempt?.moveTo(element);
    this.#prepared?.attempt.moveTo(element);
  }

  get #element(): HTMLElement {
    return this.#owner.element as HTMLElement;
  }

  get #state(): MeetingState {
    return this.#owner.getSnapshot().state;
  }

  get #hasNewSdkAtEachRender(): boolean {
    const { options } = this.#owner;
    const isSameElse = keyOf({ ...options, sdk: this.options.sdk }) === this.#key;
    return isSameElse && isNewAtEachRender(this.#owner, options.sdk?.id);
  }

  /** Whether there is an attempt, including one that has joined, or a scheduled retry. */
  get #isUnderWay(): boolean {
    return this.#current !== undefined;
  }

  /**
   * Whether attempts run without showing their progress, because the user is waiting for the host or reconnecting.
   */
  get #isPatient(): boolean {
    const state = this.#state;
    return state.status === 'reconnecting' || (state.status === 'waiting' && state.for === 'host');
  }

  #startAnew(reason: SignatureRequest['reason']): void {
    this.#tries = NO_TRIES;
    this.#triedAt = Date.now();
    void this.#try(reason, true);
  }

  /**
   * Ends what is in progress, and replaces it with `next` and the attempt that was prepared for it, if they are
   * given.
   */
  #replaceCurrent(next?: AbortController, attempt?: SessionAttempt): void {
    const before = this.#current;
    this.#current = next;
    this.#attempt = attempt;
    before?.abort();
  }

  async #try(reason: SignatureRequest['reason'], isAsked = false): Promise<void> {
    const prepared = this.#hasPrepared ? this.#prepared : undefined;
    if (prepared === undefined) this.#prepared?.abort.abort();
    this.#prepared = undefined;
    const abort = prepared?.abort ?? childOf(this.#signal);
    const { signal } = abort;
    this.#replaceCurrent(abort, prepared?.attempt);
    const number = this.#owner.getSnapshot().attempt + 1;
    try {
      checkTimeouts(this.options);
      this.#warnOfRemount();
      if (this.#isPatient) this.#publish(this.#state, number);
      else this.#set({ status: 'authorizing' }, number);
      if (!isShown(this.#element)) await untilShown(() => this.#element, signal);
      // A handler may have left the meeting or unmounted the component.
      if (signal.aborted) return;
      this.#attempt ??= this.#create(abort);
      await this.#attempt.join({ reason, number, input: this.#input, isAsked });
    } catch (thrown) {
      this.#failed(thrown, signal);
    }
  }

  #create(abort: AbortController): SessionAttempt {
    const { signal } = abort;
    const heard =
      <Args extends unknown[]>(listener: (...args: Args) => void) =>
      (...args: Args): void => {
        if (!signal.aborted) listener(...args);
      };
    return this.#createAttempt({
      host: this.#element,
      getOptions: () => this.options,
      signal,
      onState: heard((state) => {
        if (state.status === 'left') this.#leave(state.reason);
        else if (!isSame(state, this.#state) && !(this.#isPatient && isOnTheWay(state))) this.#set(state);
      }),
      onEvent: heard((prop, payload) => void call(this.options, prop, payload)),
      onFailure: heard((thrown) => this.#failed(thrown, signal)),
      onWarning: heard((facts) => this.#warn(facts)),
      onRendered: heard(() => this.#owner.publish({ ...this.#owner.getSnapshot(), isRendered: true })),
      onGone: heard((why) => {
        if (abort === this.#prepared?.abort) abort.abort();
        else if (why === 'page-closed') this.#onPageClosed();
        else this.#onFrameGone(why, signal);
      }),
    });
  }

  /** Whether a prepared attempt is waiting for its join and matches the current props. */
  get #hasPrepared(): boolean {
    const prepared = this.#prepared;
    return (
      prepared !== undefined &&
      !prepared.abort.signal.aborted &&
      prepared.attempt.setup === setupOf(this.options)
    );
  }

  /**
   * The frame is gone, but the page is still there. Retries at once the first two times, and then after a pause.
   */
  #onFrameGone(why: FrameEnd, signal: AbortSignal): void {
    const { delay, reloads } = this.#frameEnds.add(why);
    if (delay === null) {
      this.#failed(failure('frame-reloaded', reloads), signal);
      return;
    }
    if (isLive(this.#state.status) && !this.#isPatient) this.#set({ status: 'reconnecting' });
    if (!signal.aborted) this.#tryAfter(delay, 'retry');
  }

  #onPageClosed(): void {
    const page = this.#element.ownerDocument.defaultView;
    this.#leave('page-closed');
    // If this event fires, the page was not closed but kept in the back/forward cache.
    page?.addEventListener('pageshow', () => this.join(), { once: true, signal: this.#signal });
  }

  /**
   * Decides what happens next, without waiting for the error's messages: if the network is down, they don't load
   * either.
   */
  #failed(thrown: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    const found = classify(thrown);
    const { code } = found;
    const { status } = this.#state;
    const now = Date.now();
    const hasSlept = now - this.#triedAt > LONGEST_TRY_MS;
    this.#triedAt = now;
    const patience =
      isLive(status) || hasSlept ? Infinity : (this.options.timeouts?.retry ?? RETRY_TIMEOUT_MS);
    const circumstances = { tries: hasSlept ? NO_TRIES : this.#tries, now, patience };
    const plan = planRetry(code, circumstances);
    if (plan === null) {
      this.#fail(found);
      return;
    }
    this.#tries = plan.tries;
    const isWaiting = code === 'not-started';
    if (isLive(status) && !isWaiting && !this.#isPatient) this.#set({ status: 'reconnecting' });
    // A handler may have left the meeting.
    if (signal.aborted) return;
    const pause = this.#tryAfter(plan.delay, plan.reason);
    if (pause === undefined) return;
    const { attempt } = this.#owner.getSnapshot();
    const next = { at: now + plan.delay, error: withoutWords(found) };
    if (isWaiting && !(this.#isPatient && status === 'waiting'))
      this.#set({ status: 'waiting', for: 'host' }, attempt, next);
    else this.#publish(this.#state, attempt, next);
    const words = loadWords(found);
    void words.then((error) => {
      if (error === undefined || pause.aborted) return;
      // A request for the messages may have shown that the network is not the cause.
      if (planRetry(error.code, circumstances) === null) this.#fail({ ...found, code: error.code }, words);
      else this.#publish(this.#state, attempt, { ...next, error });
    });
  }

  /**
   * Retries after `ms`, or as soon as the browser is online again. Returns the signal of the pause, if there is
   * one.
   */
  #tryAfter(ms: number, reason: SignatureRequest['reason']): AbortSignal | undefined {
    const go = () => void this.#try(reason);
    if (ms === 0) {
      go();
      return undefined;
    }
    const pause = childOf(this.#signal);
    const { signal } = pause;
    this.#replaceCurrent(pause);
    after(ms, signal, go);
    this.#element.ownerDocument.defaultView?.addEventListener('online', go, { signal });
    return signal;
  }

  #fail(found: Classified, words = loadWords(found)): void {
    this.#replaceCurrent();
    this.#hasChanged = false;
    const bare = withoutWords(found);
    this.#set({ status: 'failed', error: bare });
    const isShown = () => 'error' in this.#state && this.#state.error === bare;
    if (!isShown()) return;
    let error = bare;
    const stop = after(WORDS_MS, this.#signal, () => this.#tellError());
    this.#tellError = () => {
      this.#tellError = () => {};
      stop();
      void call(this.options, 'onError', error);
    };
    void words.then((inWords = bare) => {
      if (this.#signal.aborted) return;
      error = inWords;
      if (isShown()) this.#publish({ status: 'failed', error });
      this.#tellError();
      report(error, this.options);
    });
  }

  #warn(facts: WarningFacts): void {
    import('./warnings/warn.ts').then(
      ({ warn }) => warn(this.options, facts),
      () => {},
    );
  }

  #warnOfRemount(): void {
    if (isRemount(this.#owner, this.#key)) this.#warn({ code: 'remounted' });
  }

  #leave(reason: LeftReason): void {
    this.#replaceCurrent();
    this.#set({ status: 'left', reason });
  }

  /** Ends everything that is in progress, because the owner no longer needs the session. */
  #onAbort(reason: LeftReason): void {
    const { status } = this.#state;
    const { options } = this;
    this.#replaceCurrent();
    if (!isLive(status)) return;
    if (reason === 'unmount') noteUnmount(this.#owner, this.#key);
    const left = { reason, durationMs: this.#durationMs };
    // React may be in the middle of a commit, where it is too early for a handler to set state.
    queueMicrotask(() => void call(options, 'onLeft', left));
  }

  /** Publishes a state, then calls the handlers for it. */
  #set(state: MeetingState, attempt?: number, next?: MeetingSnapshot['next']): void {
    this.#stopReconnectTimer();
    this.#tellError();
    if (state.status === 'authorizing') this.#times = {};
    this.#times[state.status] = performance.now();
    if (state.status === 'joined') {
      this.#tries = NO_TRIES;
      this.#joinedAt ??= Date.now();
    }
    if (state.status === 'reconnecting') this.#limitReconnecting();
    this.#publish(state, attempt, next);
    announce(this.options, state, () => this.#state === state, {
      stepsMs: stepsOf(this.#times),
      durationMs: this.#durationMs,
    });
    if (state.status === 'left' || state.status === 'failed') this.#joinedAt = undefined;
  }

  get #durationMs(): number {
    return this.#joinedAt === undefined ? 0 : Date.now() - this.#joinedAt;
  }

  #publish(
    state: MeetingState,
    attempt = this.#owner.getSnapshot().attempt,
    next: MeetingSnapshot['next'] = null,
  ): void {
    const before = this.#owner.getSnapshot();
    // While it reconnects, the SDK keeps the meeting that it has rendered.
    const isRendered = state.status === 'reconnecting' && before.isRendered;
    this.#owner.publish({ ...before, state, attempt, next, isRendered });
  }

  #limitReconnecting(): void {
    const limit = this.options.timeouts?.reconnect ?? RECONNECT_TIMEOUT_MS;
    const end = Date.now() + limit;
    this.#stopReconnectTimer = after(limit, this.#signal, () => {
      // After the page has been asleep, the network needs time as well, so the limit starts again.
      if (Date.now() > end + ASLEEP_MS) this.#limitReconnecting();
      else this.#fail(classify(failure('connection-lost', '', this.#owner.getSnapshot().next?.error)));
    });
  }
}

/** Ends the meeting for everybody. @throws {ZoomJoinError} outside of a meeting, or if Zoom refuses */
export async function end(session: MeetingSession | undefined): Promise<void> {
  try {
    if (session === undefined) throw failure('not-in-meeting');
    await session.end();
  } catch (thrown) {
    throw await errorOf(thrown);
  }
}

/** @throws {ZoomJoinError} if the browser does not allow it */
export async function requestFullscreen(owner: SessionOwner): Promise<void> {
  try {
    await (await import('./fullscreen.ts')).requestFullscreen(owner);
  } catch (cause) {
    throw await errorOf(failure('fullscreen-unavailable', undefined, cause));
  }
}

/** Logs the error to the console, in development only. */
function report(error: ZoomJoinError, { sdk = zoomCdn(), nonce, init }: MeetingOptions): void {
  if (!isDevelopment()) return;
  import('../failures/words/explain.ts').then(
    ({ printReport }) => printReport(error, { sdk, nonce, webEndpoint: init?.webEndpoint }),
    () => {},
  );
}

/**
 * Identifies a session: props with another key need another session. Keep the key in memory only, because it
 * contains the meeting number.
 */
const keyOf = ({ meeting, role, sdk }: MeetingOptions): string =>
  `${meetingKey(meeting)} ${role === 'host'} ${sdk?.id}`;

/** The SDK reports some states twice. */
const isSame = (one: MeetingState, other: MeetingState): boolean =>
  one.status === other.status &&
  !(one.status === 'waiting' && other.status === 'waiting' && one.for !== other.for);

const isOnTheWay = ({ status }: MeetingState): boolean =>
  status === 'authorizing' || status === 'loading' || status === 'joining';

/** @throws {Failure} */
function checkTimeouts({ timeouts = {} }: MeetingOptions): void {
  for (const [name, ms] of Object.entries(timeouts))
    if (ms !== undefined && !(ms >= 0)) throw failure('wrong-timeout', name);
}
