import type { SdkEventHandlers } from '../sdk/events.ts';
import type { MeetingClient } from '../sdk/meeting-client.ts';
import type { Attempt } from './attempt.ts';
import { ZoomJoinError } from './error.ts';
import type { MeetingOptions, SignatureRequest } from './options.ts';
import { canFollow, isBusy, isLive, type LeftReason, type MeetingState } from './status.ts';

/** What a screen or an app sees of a session. A new object at each change. */
export interface MeetingSnapshot {
  readonly state: MeetingState;
  /** How many times a join was started since the component was mounted. */
  readonly attempt: number;
}

export const IDLE: MeetingSnapshot = { state: { status: 'idle' }, attempt: 0 };

/**
 * One place in the page where a meeting can be: the one thing that orders authorize → load → init → join →
 * leave. Each try is an {@link Attempt} with a frame of its own, one at a time, loaded on demand.
 */
export class MeetingSession {
  #options: MeetingOptions;
  #snapshot = IDLE;
  #listeners = new Set<() => void>();
  #host: HTMLElement | undefined;
  /** The current try. Aborted: nothing that comes of it counts any more. */
  #abort = new AbortController();
  #attempt: Attempt | undefined;

  constructor(options: MeetingOptions) {
    this.#options = options;
  }

  /** The latest props: handlers and `getSignature` are looked up here when they are needed. */
  set options(options: MeetingOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): MeetingSnapshot => this.#snapshot;

  /** The SDK's client, while there is a meeting. */
  get client(): MeetingClient | null {
    return isLive(this.#snapshot.state.status) ? (this.#attempt?.client ?? null) : null;
  }

  /**
   * Takes a place in the page. Returns what gives it up: says goodbye, stops the media, removes the frame. That
   * can be called at any moment and twice; a layout effect's cleanup is early enough for the goodbye to get out.
   */
  mount(host: HTMLElement, autoJoin: boolean): () => void {
    this.#host = host;
    let mounted = true;
    // StrictMode mounts, unmounts and mounts again in one go: only the mount that lasts may join.
    if (autoJoin) queueMicrotask(() => mounted && this.join());
    return () => {
      if (!mounted) return;
      mounted = false;
      this.#host = undefined;
      const wasLive = isLive(this.#snapshot.state.status);
      this.#close();
      this.#publish(IDLE);
      if (wasLive) this.#call('onLeft', { reason: 'unmount' });
    };
  }

  /** Joins, unless a join is under way or done. */
  readonly join = (): void => {
    if (!isBusy(this.#snapshot.state.status))
      void this.#start(this.#snapshot.attempt === 0 ? 'join' : 'retry');
  };

  /** Joins anew with a fresh frame and a fresh signature, whatever the state. */
  readonly retry = (): void => {
    void this.#start('retry');
  };

  /** Leaves at once; in a meeting the goodbye is sent. */
  readonly leave = (): void => {
    if (isBusy(this.#snapshot.state.status)) this.#leave('user');
  };

  /** Ends the meeting for everybody; only its host can. @throws what Zoom answers when it refuses. */
  readonly end = async (): Promise<void> => {
    const attempt = this.#attempt;
    await attempt?.end();
    if (this.#attempt === attempt && isLive(this.#snapshot.state.status)) this.#leave('ended');
  };

  async #start(reason: SignatureRequest['reason']): Promise<void> {
    const host = this.#host;
    if (host === undefined) return;
    this.#close();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const number = this.#snapshot.attempt + 1;
    this.#set({ status: 'authorizing' }, number);
    try {
      const { Attempt } = await import('./attempt.ts').catch((cause: unknown) => {
        throw componentLoadFailure(cause);
      });
      if (signal.aborted) return;
      this.#attempt = new Attempt({
        host,
        options: this.#options,
        getOptions: () => this.#options,
        reason,
        number,
        signal,
        onState: (state) => {
          if (signal.aborted) return;
          if (state.status === 'left') this.#leave(state.reason);
          else if (state.status === 'failed') this.#fail(state.error);
          else this.#set(state);
        },
        onEvent: (prop, payload) => {
          if (!signal.aborted) this.#call(prop, payload);
        },
        onReload: () => void this.#start('retry'),
      });
      await this.#attempt.run();
    } catch (error) {
      if (!signal.aborted) this.#fail(error instanceof ZoomJoinError ? error : internalFailure(error));
    }
  }

  #leave(reason: LeftReason): void {
    this.#close();
    this.#set({ status: 'left', reason });
  }

  #fail(error: ZoomJoinError): void {
    this.#close();
    this.#set({ status: 'failed', error });
  }

  #close(): void {
    this.#abort.abort();
    const attempt = this.#attempt;
    this.#attempt = undefined;
    attempt?.close();
  }

  #set(state: MeetingState, attempt = this.#snapshot.attempt): void {
    const before = this.#snapshot.state;
    if (!canFollow(before.status, state.status)) {
      throw new Error(
        `react-zoom-join: ${state.status} cannot follow ${before.status}. Please report this bug.`,
      );
    }
    this.#publish({ state, attempt });
    this.#call('onStatusChange', state);
    // A handler may have gone on already.
    if (this.#snapshot.state !== state) return;
    if (state.status === 'joined') this.#call('onJoined', undefined);
    else if (state.status === 'waiting') this.#call('onWaiting', { for: state.for });
    else if (state.status === 'reconnecting') this.#call('onReconnecting', undefined);
    else if (state.status === 'left') this.#call('onLeft', { reason: state.reason });
    else if (state.status === 'failed') this.#call('onError', state.error);
  }

  #publish(snapshot: MeetingSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }

  /** A handler that throws or rejects is reported, and the meeting goes on. */
  #call<Prop extends HandlerProp>(prop: Prop, payload: HandlerPayload<Prop>): void {
    const handler = this.#options[prop] as ((payload: HandlerPayload<Prop>) => unknown) | undefined;
    if (handler === undefined) return;
    try {
      Promise.resolve(handler(payload)).catch(reportError);
    } catch (error) {
      reportError(error);
    }
  }
}

type Handlers = SdkEventHandlers &
  Pick<MeetingOptions, 'onStatusChange' | 'onJoined' | 'onWaiting' | 'onReconnecting' | 'onLeft' | 'onError'>;
export type HandlerProp = keyof Handlers;
type HandlerPayload<Prop extends HandlerProp> = Parameters<NonNullable<Handlers[Prop]>>[0];

function componentLoadFailure(cause: unknown): ZoomJoinError {
  return new ZoomJoinError(
    'component-load-failed',
    'The part of react-zoom-join that joins a meeting could not be loaded.',
    {
      cause,
      retryable: true,
      hint: 'It is a chunk of your own bundle: was the app redeployed since this page was opened, or is the connection lost?',
    },
  );
}

function internalFailure(cause: unknown): ZoomJoinError {
  return new ZoomJoinError('internal', 'The meeting could not be started because of an unexpected error.', {
    cause,
    retryable: true,
    hint: 'Look at `cause`, and please report it as a bug of react-zoom-join.',
  });
}
