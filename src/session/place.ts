import type { MeetingClient } from '../sdk/meeting-client.ts';
import { ZoomJoinError } from './error.ts';
import { call, type Payload } from './handlers.ts';
import type { MeetingOptions } from './options.ts';
import type { MeetingSession } from './session.ts';
import { isLive, type MeetingSnapshot, type MeetingState } from './status.ts';

export const IDLE: MeetingSnapshot = { state: { status: 'idle' }, attempt: 0, next: null, isDrawn: false };

/**
 * A place in the page where a meeting can be. It holds what React sees, and loads the {@link MeetingSession},
 * which does the work, when a join is asked for: an app that does not join yet carries no more than this.
 */
export class MeetingPlace {
  /** The latest props: handlers and `getSignature` are looked up here when they are needed. */
  options: MeetingOptions;
  #snapshot = IDLE;
  #listeners = new Set<() => void>();
  #host: HTMLElement | undefined;
  #session: MeetingSession | undefined;
  /** Counts what was asked for: a join that is left, asked for again or unmounted while it is loading is void. */
  #asked = 0;

  constructor(options: MeetingOptions) {
    this.options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): MeetingSnapshot => this.#snapshot;

  publish(snapshot: MeetingSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }

  /** The SDK's client, while there is a meeting. */
  get client(): MeetingClient | null {
    return this.#session?.client ?? null;
  }

  /**
   * Takes the place. Returns what gives it up: says goodbye, stops the media, removes the frame. That can be called
   * at any moment and twice; a layout effect's cleanup is early enough for the goodbye to get out.
   */
  mount(host: HTMLElement, autoJoin: boolean): () => void {
    let isMounted = true;
    this.#host = host;
    // StrictMode mounts, unmounts and mounts again in one go: only the mount that lasts may join.
    if (autoJoin) queueMicrotask(() => isMounted && this.join());
    return () => {
      if (!isMounted) return;
      isMounted = false;
      const session = this.#session;
      const wasLive = isLive(this.#snapshot.state.status);
      this.#asked += 1;
      this.#host = undefined;
      this.#session = undefined;
      this.publish(IDLE);
      session?.dispose();
      if (wasLive) call(this.options, 'onLeft', { reason: 'unmount' });
    };
  }

  /** Loads and initialises the SDK, unless a join was asked for. */
  readonly preload = (): void => {
    if (this.#snapshot === IDLE) void this.#start('preload');
  };

  /** Joins, unless a join is under way or done. */
  readonly join = (): void => {
    void this.#start('join');
  };

  /** Joins anew with a fresh frame and a fresh signature, whatever the state. */
  readonly retry = (): void => {
    void this.#start('retry');
  };

  /** Leaves at once; in a meeting the goodbye is sent. */
  readonly leave = (): void => {
    this.#asked += 1;
    if (this.#session !== undefined) this.#session.leave();
    else if (this.#snapshot.state.status === 'authorizing') {
      this.#tell({ status: 'left', reason: 'user' }, 'onLeft', { reason: 'user' });
    }
  };

  /** Ends the meeting for everybody; only its host can. @throws {ZoomJoinError} when Zoom refuses */
  readonly end = async (): Promise<void> => this.#session?.end();

  async #start(how: 'join' | 'retry' | 'preload'): Promise<void> {
    const host = this.#host;
    if (host === undefined) return;
    this.#asked += 1;
    const asked = this.#asked;
    if (this.#session === undefined) {
      if (how !== 'preload') this.publish({ ...IDLE, state: { status: 'authorizing' } });
      try {
        const { MeetingSession } = await import('./session.ts');
        if (this.#asked !== asked) return;
        this.#session = new MeetingSession(host, this);
      } catch (cause) {
        if (this.#asked !== asked || how === 'preload') return;
        const error = new ZoomJoinError(
          'component-load-failed',
          'A part of this page didn’t load. Please try again.',
          {
            cause,
            retryable: true,
            hint: 'Is the app offline, or deployed anew?',
          },
        );
        this.#tell({ status: 'failed', error }, 'onError', error);
        return;
      }
    }
    this.#session[how]();
  }

  /** What happens before there is a session that could tell. */
  #tell<Prop extends 'onLeft' | 'onError'>(state: MeetingState, prop: Prop, payload: Payload<Prop>): void {
    this.publish({ ...IDLE, state });
    call(this.options, 'onStatusChange', state);
    call(this.options, prop, payload);
  }
}
