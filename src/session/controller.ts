import { ZoomJoinError } from '../failures/zoom-join-error.ts';
import type { ZoomJoinHandle } from './api/handle.ts';
import { call, type Payload } from './api/handlers.ts';
import { IDLE } from './api/idle.ts';
import type { ControllerOptions, RetryInput } from './api/options.ts';
import type { LeftReason, MeetingSnapshot, MeetingState } from './api/status.ts';
import type { MeetingSession } from './session.ts';

type Wish = 'join' | 'rejoin' | 'retry' | 'preload';

/** Loads the session. @throws {ZoomJoinError} */
const load = () =>
  import('./session.ts').catch((cause: unknown) => {
    throw new ZoomJoinError('component-load-failed', 'A part of this page didn’t load. Please try again.', {
      cause,
      retryable: true,
    });
  });

/**
 * What React components use: it holds the latest props, the state to show, and the latest request. It loads the
 * {@link MeetingSession}, which does the work, when something is requested, so that an app that doesn't join yet
 * loads no more than this.
 *
 * It survives the cleanup of layout effects. Its owner ends it: the component when it is really unmounted, or
 * whoever else created it.
 */
export class MeetingController {
  /** The latest props. */
  options: ControllerOptions;
  readonly handle: ZoomJoinHandle;
  /** The element that the meeting fills. */
  element: HTMLElement | undefined;
  #snapshot = IDLE;
  #listeners = new Set<() => void>();
  #session: MeetingSession | undefined;
  /** Ends the session, and the loading of it. */
  #abort = new AbortController();
  /** A request that waits for the element or the session, or until the component is shown. */
  #wish: { how: Wish; input: RetryInput | object | undefined } | undefined;
  #isHidden = false;
  #autoJoin = false;

  constructor(options: ControllerOptions) {
    this.options = options;
    this.handle = this.#createHandle();
  }

  /**
   * For `useSyncExternalStore`. A component that is subscribed shows the meeting. When `<Activity>` hides it, React
   * unsubscribes it, because it cleans up all passive effects, but keeps the tree.
   */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#isHidden = false;
    this.#session?.onShow();
    void this.#grant();
    return () => {
      this.#listeners.delete(listener);
      // StrictMode unsubscribes and subscribes again in the same task.
      queueMicrotask(() => {
        if (this.#listeners.size > 0) return;
        // When React 18 unmounts a tree that suspends, it doesn't run the cleanup of insertion effects.
        if (this.element?.isConnected !== true) this.#dispose();
        else if (this.options.whenHidden !== 'stay') {
          this.#isHidden = true;
          this.#session?.onHide();
        }
      });
    };
  };

  readonly getSnapshot = (): MeetingSnapshot => this.#snapshot;

  publish(snapshot: MeetingSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }

  /**
   * A ref callback. React also calls it with `null` when the element stays, for example when a Suspense fallback is
   * shown.
   */
  readonly attach = (element: HTMLElement | null): void => {
    if (element === null || element === this.element) return;
    this.element = element;
    this.#session?.moveTo(element);
    void this.#grant();
  };

  /**
   * Call this in an insertion effect. React runs its cleanup only on a real unmount, or on a hot reload, after
   * which the component is shown again.
   */
  begin(): () => void {
    this.#isHidden = false;
    return () => this.#dispose();
  }

  /** Call this before any layout effect, so that handlers and `getSignature` are those of the latest render. */
  update(options: ControllerOptions): void {
    this.options = options;
    this.#session?.update(options);
  }

  /** Call this after each commit, unless the tree is hidden. */
  onCommit(): void {
    const { autoJoin = true } = this.options;
    const mayJoin = autoJoin && !this.#autoJoin;
    this.#autoJoin = autoJoin;
    this.#session?.onCommit();
    if (mayJoin) this.#want('join');
  }

  /** Ends the session. The next request creates another one. */
  end(reason: LeftReason): void {
    this.#abort.abort(reason);
    this.#abort = new AbortController();
    this.#session = undefined;
    this.#wish = undefined;
  }

  #dispose(): void {
    this.#isHidden = true;
    this.#autoJoin = false;
    this.end('unmount');
    // Don't notify the listeners, because React is unmounting.
    this.#snapshot = IDLE;
  }

  #createHandle(): ZoomJoinHandle {
    const controller = this;
    return {
      get status() {
        return controller.#snapshot.state.status;
      },
      get error() {
        return (controller.#snapshot.state as { error?: ZoomJoinError }).error ?? null;
      },
      get client() {
        return controller.#session?.client ?? null;
      },
      // A preload must not replace a requested join.
      preload: () => void (this.#wish ?? this.#want('preload')),
      join: () => this.#want('join'),
      leave: () => {
        this.#wish = undefined;
        if (this.#session !== undefined) this.#session.leave();
        else if (this.#snapshot.state.status === 'authorizing')
          this.#tell({ status: 'left', reason: 'user' }, 'onLeft', { reason: 'user', durationMs: 0 });
      },
      end: async () => (await load()).end(this.#session),
      retry: (input) => this.#want('retry', input),
      rejoin: () => this.#want('rejoin'),
      requestFullscreen: async () => (await load()).requestFullscreen(this),
    };
  }

  #want(how: Wish, input?: RetryInput | object): void {
    this.#wish = { how, input };
    void this.#grant();
  }

  /** Does what was requested as soon as that is possible. */
  async #grant(): Promise<void> {
    const wish = this.#wish;
    if (wish === undefined || this.element === undefined || this.#isHidden) return;
    const { signal } = this.#abort;
    if (this.#session === undefined) {
      const isPreload = wish.how === 'preload';
      if (!isPreload) this.publish({ ...this.#snapshot, state: { status: 'authorizing' } });
      try {
        const { MeetingSession } = await load();
        if (signal.aborted) return;
        this.#session ??= new MeetingSession(this, this.options, signal);
      } catch (thrown) {
        // The request may have been fulfilled or withdrawn meanwhile: `end` withdraws it.
        if (this.#wish !== wish) return;
        this.#wish = undefined;
        if (isPreload) return;
        const error = thrown as ZoomJoinError;
        this.#tell({ status: 'failed', error }, 'onError', error);
        return;
      }
      return this.#grant();
    }
    this.#wish = undefined;
    this.#session[wish.how](wish.input);
  }

  /** Reports a state to the app while there is no session to do so. */
  #tell<Prop extends 'onLeft' | 'onError'>(state: MeetingState, prop: Prop, payload: Payload<Prop>): void {
    this.publish({ ...this.#snapshot, state });
    call(this.options, 'onStatusChange', state);
    call(this.options, prop, payload);
  }
}
