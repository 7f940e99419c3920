import type { Failure } from '../../../src/failures/failure.ts';
import type { MeetingClient } from '../../../src/sdk/client/meeting-client.ts';
import type { SdkClient } from '../../../src/sdk/client/sdk-client.ts';
import type { MeetingState } from '../../../src/session/api/status.ts';
import type { AttemptContext } from '../../../src/session/attempt/context.ts';
import { setupOf } from '../../../src/session/attempt/setup.ts';
import type { SessionAttempt } from '../../../src/session/session.ts';

interface Outcome<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (thrown: unknown) => void;
}

function outcome<T>(): Outcome<T> {
  let [resolve, reject]: [Outcome<T>['resolve'], Outcome<T>['reject']] = [() => {}, () => {}];
  const promise = new Promise<T>((...functions) => {
    [resolve, reject] = functions;
  });
  return { promise, resolve, reject };
}

/** What a join ends in: the meeting, its waiting room, or a connection that is already lost again. */
export type JoinedState = Extract<MeetingState, { status: 'joined' | 'waiting' | 'reconnecting' }>;

/** Replaces the frame and the SDK in it. It does what an attempt may do, and nothing that it may not. */
export class FakeAttempt implements SessionAttempt {
  readonly setup: string;
  client: MeetingClient | null = null;
  /** How often it was told to join. */
  runs = 0;
  phase: 'authorizing' | 'loading' | 'joining' | 'live' = 'authorizing';
  hasFailed = false;
  element: HTMLElement;
  readonly context: AttemptContext;
  #ready: Outcome<SdkClient> | undefined;
  #joined: Outcome<void> | undefined;
  #ended: Outcome<void> | undefined;

  constructor(context: AttemptContext) {
    this.context = context;
    this.element = context.host;
    this.setup = setupOf(context.getOptions());
  }

  get isClosed(): boolean {
    return this.context.signal.aborted;
  }

  /** Whether the SDK has been told to end the meeting and has not answered yet. */
  get isEnding(): boolean {
    return this.#ended !== undefined;
  }

  moveTo(element: HTMLElement): void {
    this.element = element;
  }

  onCommit(): void {}

  prepare(): Promise<SdkClient> {
    this.#ready ??= outcome();
    return this.#ready.promise;
  }

  join(): Promise<void> {
    this.runs += 1;
    this.#joined = outcome();
    return this.#joined.promise;
  }

  end(): Promise<void> {
    this.#ended = outcome();
    return this.#ended.promise;
  }

  signatureCame(): void {
    this.phase = 'loading';
    this.context.onState({ status: 'loading' });
  }

  loaded(): void {
    this.phase = 'joining';
    this.context.onState({ status: 'joining' });
  }

  joins(state: JoinedState): void {
    this.phase = 'live';
    this.client = {} as MeetingClient;
    this.context.onState(state);
    this.#joined?.resolve();
  }

  /** Completes all steps that are left, so that it is in the meeting. */
  succeeds(): void {
    if (this.phase === 'authorizing') this.signatureCame();
    if (this.phase === 'loading') this.loaded();
    if (this.phase === 'live') this.context.onState({ status: 'joined' });
    else this.joins({ status: 'joined' });
  }

  fails(thrown: unknown): void {
    this.hasFailed = true;
    if (this.phase === 'live') this.context.onFailure(thrown as Failure);
    // The order matters: the join waits for the preparation.
    this.#ready?.reject(thrown);
    this.#joined?.reject(thrown);
  }

  endsForAll(refusal?: Failure): void {
    if (refusal === undefined) this.#ended?.resolve();
    else this.#ended?.reject(refusal);
    this.#ended = undefined;
  }
}
