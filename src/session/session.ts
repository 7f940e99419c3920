import type { MeetingClient } from '../sdk/meeting-client.ts';
import { announce } from './announce.ts';
import { Attempt, type AttemptContext } from './attempt.ts';
import { isDevelopment, printReport } from './development.ts';
import { ZoomJoinError } from './error.ts';
import { failure, isOffline } from './failure.ts';
import { call } from './handlers.ts';
import type { MeetingOptions, SignatureRequest } from './options.ts';
import { NO_TRIES, type OwnTries, planRetry } from './retry.ts';
import { Stage, stagePlan } from './stage.ts';
import { isLive, type LeftReason, type MeetingSnapshot, type MeetingState } from './status.ts';
import { canFollow } from './transitions.ts';

const RECONNECT_TIMEOUT_MS = 90_000;

/** Where a session is: it reads the latest props there, and publishes what it comes to. */
export interface SessionPlace {
  readonly options: MeetingOptions;
  getSnapshot(): MeetingSnapshot;
  publish(snapshot: MeetingSnapshot): void;
}

/** What a session needs of an {@link Attempt}. */
export type SessionAttempt = Pick<Attempt, 'run' | 'end' | 'close' | 'client'>;

/**
 * The one thing that orders authorize → load → init → join → leave, and what is tried again by itself. Each try is an
 * {@link Attempt} with a frame of its own, one at a time.
 */
export class MeetingSession {
  readonly #host: HTMLElement;
  readonly #place: SessionPlace;
  readonly #createAttempt: (context: AttemptContext) => SessionAttempt;
  /** Of the current try. Aborted: nothing that comes of it counts any more. */
  #abort: AbortController | undefined;
  #attempt: SessionAttempt | undefined;
  /** For the next try, prepared ahead of it. Closed: preparing it failed. */
  #stage: Stage | undefined;
  /** Of the next try, or of the end of looking for a lost connection. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries: OwnTries = NO_TRIES;

  constructor(
    host: HTMLElement,
    place: SessionPlace,
    createAttempt: (context: AttemptContext) => SessionAttempt = (context) => new Attempt(context),
  ) {
    this.#host = host;
    this.#place = place;
    this.#createAttempt = createAttempt;
  }

  /** The SDK's client, while there is a meeting. */
  get client(): MeetingClient | null {
    return isLive(this.#state.status) ? (this.#attempt?.client ?? null) : null;
  }

  /**
   * Does what can be done of a join before it is asked for. That it fails is not told: the join will try anew, and tell.
   */
  preload(): void {
    const { options } = this.#place;
    if (this.#isUnderWay || this.#stage?.plan === stagePlan(options)) return;
    this.#stage?.close();
    try {
      this.#stage = new Stage(this.#host, options);
      void this.#stage.preload();
    } catch {
      // No frame can be written here: the join will say why.
    }
  }

  /** Joins, unless a join is under way or done. */
  join(): void {
    if (!this.#isUnderWay) this.#startAnew(this.#place.getSnapshot().attempt === 0 ? 'join' : 'retry');
  }

  /** Joins anew with a fresh frame and a fresh signature, whatever the state. Before the host it goes on waiting. */
  retry(): void {
    if (this.#isBeforeHost) void this.#try('retry');
    else this.#startAnew('retry');
  }

  leave(): void {
    if (this.#isUnderWay) this.#leave('user');
  }

  async end(): Promise<void> {
    const attempt = this.#attempt;
    try {
      await attempt?.end();
    } catch (thrown) {
      throw await explained(thrown);
    }
    if (attempt !== undefined && this.#attempt === attempt) this.#leave('ended');
  }

  /** Says goodbye, stops the media, removes the frame, and is silent from then on. Can be called twice. */
  dispose(): void {
    this.#close();
    this.#stage?.close();
  }

  get #state(): MeetingState {
    return this.#place.getSnapshot().state;
  }

  /** There is a try, or one will start by itself. */
  get #isUnderWay(): boolean {
    return this.#abort !== undefined || this.#timer !== undefined;
  }

  get #isBeforeHost(): boolean {
    return this.#state.status === 'waiting' && this.#state.for === 'host';
  }

  #startAnew(reason: SignatureRequest['reason']): void {
    this.#tries = NO_TRIES;
    void this.#try(reason);
  }

  /** One try. Who waits for the host sees nothing of it until it has got further. */
  async #try(reason: SignatureRequest['reason']): Promise<void> {
    this.#close();
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    const number = this.#place.getSnapshot().attempt + 1;
    if (this.#isBeforeHost) this.#publish(this.#state, number);
    else this.#set({ status: 'authorizing' }, number);
    // A handler may have left or unmounted.
    if (signal.aborted) return;
    try {
      this.#attempt = this.#createAttempt({
        host: this.#host,
        stage: this.#takeStage(),
        options: this.#place.options,
        getOptions: () => this.#place.options,
        reason,
        number,
        signal,
        onState: (state) => {
          if (signal.aborted) return;
          if (state.status === 'left') this.#leave(state.reason);
          else if (!(isSame(state, this.#state) || (this.#isBeforeHost && isOnTheWay(state))))
            this.#set(state);
        },
        onEvent: (prop, payload) => {
          if (!signal.aborted) call(this.#place.options, prop, payload);
        },
        onFailure: (thrown) => void this.#failed(thrown, signal),
        onWarning: (warning) => void this.#warn(warning, signal),
        onDrawn: () => {
          if (!signal.aborted) this.#place.publish({ ...this.#place.getSnapshot(), isDrawn: true });
        },
        onReload: () => {
          if (!signal.aborted) this.#startAnew('retry');
        },
      });
      await this.#attempt.run();
    } catch (thrown) {
      await this.#failed(thrown, signal);
    }
  }

  /** What has been prepared, if it is what the props ask for now. */
  #takeStage(): Stage | undefined {
    const stage = this.#stage;
    this.#stage = undefined;
    if (stage === undefined || stage.isClosed) return undefined;
    if (stage.plan === stagePlan(this.#place.options)) return stage;
    stage.close();
    return undefined;
  }

  async #failed(thrown: unknown, signal: AbortSignal | undefined): Promise<void> {
    if (signal === undefined || signal.aborted) return;
    const error = await explained(thrown);
    if (signal.aborted) return;
    const plan = planRetry(error, this.#tries);
    if (plan === null) {
      this.#close();
      this.#set({ status: 'failed', error });
      if (isDevelopment()) void printReport(error, this.#place.options);
      return;
    }
    this.#close();
    this.#tries = { ...this.#tries, [plan.kind]: this.#tries[plan.kind] + 1 };
    if (plan.delay === 0) {
      void this.#try(plan.reason);
      return;
    }
    this.#timer = setTimeout(() => void this.#try(plan.reason), plan.delay);
    const next = { at: Date.now() + plan.delay, error };
    const { attempt } = this.#place.getSnapshot();
    if (plan.kind === 'waiting' && !this.#isBeforeHost)
      this.#set({ status: 'waiting', for: 'host' }, attempt, next);
    else this.#publish(this.#state, attempt, next);
  }

  async #warn(warning: unknown, signal: AbortSignal): Promise<void> {
    const error = await explained(warning);
    if (signal.aborted) return;
    const { options } = this.#place;
    if (options.onWarning !== undefined) call(options, 'onWarning', error);
    else if (isDevelopment()) console.warn(`react-zoom-join: ${error.message} ${error.hint ?? ''}`);
  }

  #leave(reason: LeftReason): void {
    this.#close();
    this.#set({ status: 'left', reason });
  }

  #close(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#stopTimer();
    const attempt = this.#attempt;
    this.#attempt = undefined;
    attempt?.close();
  }

  /** Publishes a state, then tells of it. */
  #set(
    state: MeetingState,
    attempt = this.#place.getSnapshot().attempt,
    next: MeetingSnapshot['next'] = null,
  ): void {
    const before = this.#state.status;
    if (!canFollow(before, state.status)) {
      throw new Error(`react-zoom-join: ${state.status} cannot follow ${before}. Please report this bug.`);
    }
    if (before === 'reconnecting') this.#stopTimer();
    if (state.status === 'joined') this.#tries = NO_TRIES;
    if (state.status === 'reconnecting') this.#limitReconnecting();
    this.#publish(state, attempt, next);
    announce(this.#place.options, state, () => this.#state === state);
  }

  #publish(state: MeetingState, attempt: number, next: MeetingSnapshot['next'] = null): void {
    // A lost connection leaves the meeting as it was.
    const isDrawn = state.status === 'reconnecting' && this.#place.getSnapshot().isDrawn;
    this.#place.publish({ state, attempt, next, isDrawn });
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #limitReconnecting(): void {
    const signal = this.#abort?.signal;
    const limit = this.#place.options.timeouts?.reconnect ?? RECONNECT_TIMEOUT_MS;
    this.#timer = setTimeout(() => void this.#failed(failure('connection-lost'), signal), limit);
  }
}

/** The SDK tells some things twice. */
const isSame = (one: MeetingState, other: MeetingState): boolean =>
  one.status === other.status &&
  !(one.status === 'waiting' && other.status === 'waiting' && one.for !== other.for);

const isOnTheWay = ({ status }: MeetingState): boolean =>
  status === 'authorizing' || status === 'loading' || status === 'joining';

/** Gives a failure its words, which load now. Without a network they may not come: then the code has to do. */
async function explained(thrown: unknown): Promise<ZoomJoinError> {
  try {
    const { explain } = await import('./explain.ts');
    return await explain(thrown);
  } catch {
    const code = isOffline() ? 'offline' : 'component-load-failed';
    return new ZoomJoinError(code, 'The meeting can’t be joined right now. Please try again.', {
      retryable: true,
      hint: 'The part of react-zoom-join that says why did not load either: is the app offline, or deployed anew?',
    });
  }
}
