import { ZoomJoinError } from '../failures/zoom-join-error.ts';
import type { ZoomJoinHandle } from './api/handle.ts';
import { call, type Payload } from './api/handlers.ts';
import { IDLE } from './api/idle.ts';
import type { ControllerOptions, RetryInput } from './api/options.ts';
import type { LeftReason, MeetingSnapshot, MeetingState } from './api/status.ts';
import type { MeetingSession } from './session.ts';

type Wish = 'join' | 'rejoin' | 'retry' | 'preload';

const load = () => import('./session.ts');

/**
 * What React binds to: the latest props, what is shown, and what was asked for last. It loads the {@link MeetingSession},
 * which does the work, when a join is asked for: an app that does not join yet carries no more than this.
 *
 * It outlives a layout effect: its owner ends it, which is the component on its real unmount, or whoever else made it.
 */
export class MeetingController {
  /** The latest props. */
  options: ControllerOptions;
  readonly handle: ZoomJoinHandle;
  /** What the meeting fills. */
  element: HTMLElement | undefined;
  #snapshot = IDLE;
  #listeners = new Set<() => void>();
  #session: MeetingSession | undefined;
  /** Ends the session, and what loads for it. */
  #abort = new AbortController();
  /** Asked for while there was no element yet, no session, or nobody to see it. */
  #wish: { how: Wish; input: RetryInput | object | undefined } | undefined;
  #isHidden = false;
  #autoJoin = false;

  constructor(options: ControllerOptions) {
    this.options = options;
    this.handle = this.#createHandle();
  }

  /**
   * For `useSyncExternalStore`. A component that listens shows the meeting; `<Activity>`, which hides it, ends that, as it ends
   * all passive effects, and keeps the tree.
   */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#isHidden = false;
    this.#session?.onShow();
    void this.#grant();
    return () => {
      this.#listeners.delete(listener);
      // StrictMode does it all twice, in one go.
      queueMicrotask(() => {
        if (this.#listeners.size > 0) return;
        // React 18 runs no insertion effect's cleanup where it unmounts a tree that suspends.
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

  /** A ref callback. React also calls it with `null` where the element stays: for a Suspense fallback, say. */
  readonly attach = (element: HTMLElement | null): void => {
    if (element === null || element === this.element) return;
    this.element = element;
    this.#session?.moveTo(element);
    void this.#grant();
  };

  /**
   * In an insertion effect: React cleans up that one on a real unmount alone, or on a hot reload, after which it is shown
   * again.
   */
  begin(): () => void {
    this.#isHidden = false;
    return () => this.#dispose();
  }

  /** Before any layout effect: handlers and `getSignature` are those of the latest render. */
  update(options: ControllerOptions): void {
    this.options = options;
    this.#session?.update(options);
  }

  /** After each commit, unless the tree is hidden. */
  onCommit(): void {
    const { autoJoin = true } = this.options;
    const mayJoin = autoJoin && !this.#autoJoin;
    this.#autoJoin = autoJoin;
    this.#session?.onCommit();
    if (mayJoin) this.#want('join');
  }

  /** Ends the session. The next wish makes another one. */
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
    // Silently: React is unmounting.
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
      // Not in the place of a join.
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

  /** Does what was asked for as soon as it can be done. */
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
      } catch (cause) {
        // It may have been granted meanwhile, or been taken back.
        if (signal.aborted || this.#wish !== wish) return;
        this.#wish = undefined;
        if (isPreload) return;
        const error = new ZoomJoinError(
          'component-load-failed',
          'A part of this page didn’t load. Please try again.',
          { cause, retryable: true },
        );
        this.#tell({ status: 'failed', error }, 'onError', error);
        return;
      }
      return this.#grant();
    }
    this.#wish = undefined;
    this.#session[wish.how](wish.input);
  }

  /** What happens before there is a session that could tell. */
  #tell<Prop extends 'onLeft' | 'onError'>(state: MeetingState, prop: Prop, payload: Payload<Prop>): void {
    this.publish({ ...this.#snapshot, state });
    call(this.options, 'onStatusChange', state);
    call(this.options, prop, payload);
  }
}
