import type { MeetingClient } from '../sdk/meeting-client.ts';
import { Attempt, type EventProp } from './attempt.ts';
import { ZoomJoinError } from './error.ts';
import { joinError } from './join-error.ts';
import type { LifecycleHandlers, MeetingOptions, SignatureRequest } from './options.ts';
import { canFollow, isLive, type LeftReason, type MeetingSnapshot, type MeetingState } from './status.ts';

/** Where a session is: it reads the latest props there, and publishes what it comes to. */
export interface SessionPlace {
  readonly options: MeetingOptions;
  getSnapshot(): MeetingSnapshot;
  publish(snapshot: MeetingSnapshot): void;
}

type HandlerProp = keyof LifecycleHandlers | EventProp;
type Payload<Prop extends HandlerProp> = Parameters<NonNullable<MeetingOptions[Prop]>>[0];

/**
 * The one thing that orders authorize → load → init → join → leave. Each try is an {@link Attempt} with a frame of
 * its own, one at a time.
 */
export class MeetingSession {
  readonly #host: HTMLElement;
  readonly #place: SessionPlace;
  /** Of the current try. Aborted: nothing that comes of it counts any more. */
  #abort = new AbortController();
  #attempt: Attempt | undefined;
  #disposed = false;

  constructor(host: HTMLElement, place: SessionPlace) {
    this.#host = host;
    this.#place = place;
  }

  /** The SDK's client, while there is a meeting. */
  get client(): MeetingClient | null {
    return isLive(this.#state.status) ? (this.#attempt?.client ?? null) : null;
  }

  /** Joins, unless a join is under way or done. */
  join(): void {
    if (this.#attempt === undefined) {
      void this.#start(this.#place.getSnapshot().attempt === 0 ? 'join' : 'retry');
    }
  }

  /** Joins anew with a fresh frame and a fresh signature, whatever the state. */
  retry(): void {
    void this.#start('retry');
  }

  leave(): void {
    if (this.#attempt !== undefined) this.#leave('user');
  }

  async end(): Promise<void> {
    const attempt = this.#attempt;
    await attempt?.end();
    if (attempt !== undefined && this.#attempt === attempt) this.#leave('ended');
  }

  /** Says goodbye, stops the media, removes the frame; tells of it if there was a meeting, and is then silent. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const wasLive = this.#attempt?.isLive === true;
    this.#close();
    if (wasLive) this.#call('onLeft', { reason: 'unmount' });
  }

  get #state(): MeetingState {
    return this.#place.getSnapshot().state;
  }

  async #start(reason: SignatureRequest['reason']): Promise<void> {
    this.#close();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const number = this.#place.getSnapshot().attempt + 1;
    this.#set({ status: 'authorizing' }, number);
    // A handler may have left or unmounted.
    if (signal.aborted) return;
    try {
      this.#attempt = new Attempt({
        host: this.#host,
        options: this.#place.options,
        getOptions: () => this.#place.options,
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
      if (!signal.aborted) this.#fail(error instanceof ZoomJoinError ? error : unexpected(error));
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

  /** Publishes a state, then tells `onStatusChange`, then the handler of its own. */
  #set(state: MeetingState, attempt = this.#place.getSnapshot().attempt): void {
    const before = this.#state.status;
    if (!canFollow(before, state.status)) {
      throw new Error(`react-zoom-join: ${state.status} cannot follow ${before}. Please report this bug.`);
    }
    this.#place.publish({ state, attempt, next: null });
    this.#call('onStatusChange', state);
    // A handler may have gone on already.
    if (this.#state !== state) return;
    if (state.status === 'joined') this.#call('onJoined', undefined);
    else if (state.status === 'waiting') this.#call('onWaiting', { for: state.for });
    else if (state.status === 'reconnecting') this.#call('onReconnecting', undefined);
    else if (state.status === 'left') this.#call('onLeft', { reason: state.reason });
    else if (state.status === 'failed') this.#call('onError', state.error);
  }

  /** A handler that throws or rejects is reported, and the meeting goes on. */
  #call<Prop extends HandlerProp>(prop: Prop, payload: Payload<Prop>): void {
    const handler = this.#place.options[prop] as ((payload: Payload<Prop>) => unknown) | undefined;
    if (handler === undefined) return;
    try {
      Promise.resolve(handler(payload)).catch(reportError);
    } catch (error) {
      reportError(error);
    }
  }
}

const unexpected = (cause: unknown): ZoomJoinError =>
  joinError('internal', 'The meeting could not be started because of an unexpected error.', {
    cause,
    retryable: true,
    hint: 'Look at `cause`, and please report it as a bug of react-zoom-join.',
  });
