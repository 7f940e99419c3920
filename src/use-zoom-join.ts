import {
  type RefCallback,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { MeetingClient } from './sdk/meeting-client.ts';
import type { ZoomJoinError } from './session/error.ts';
import type { MeetingOptions } from './session/options.ts';
import { IDLE, MeetingPlace } from './session/place.ts';
import type { MeetingState, MeetingStatus, ScheduledTry } from './session/status.ts';

export interface UseZoomJoinOptions extends MeetingOptions {
  /** Join on mounting. `false`: when `join()` is called. Default: `true`. */
  autoJoin?: boolean | undefined;
}

/** What to do with the meeting, and how it stands. One object for as long as the component lives. */
export interface ZoomJoinHandle {
  readonly status: MeetingStatus;
  /** With status `failed`. */
  readonly error: ZoomJoinError | null;
  /**
   * Loads and initialises the SDK in place, so that `join()` only has to join. Nothing is asked of `getSignature`, and
   * nothing is told if it fails: the join then starts anew. Does nothing once a join was asked for.
   */
  preload(): void;
  /** Joins, unless a join is under way or done. */
  join(): void;
  /** Leaves; in a meeting the others see it at once. */
  leave(): void;
  /** Ends the meeting for everybody, as its host. Rejects with a `ZoomJoinError` when Zoom refuses. */
  end(): Promise<void>;
  /** Joins anew, with a fresh signature, whatever the status. */
  retry(): void;
  /** What the SDK can do in a meeting (mute, chat, participants, …). `null` outside of one. */
  readonly client: MeetingClient | null;
}

export interface UseZoomJoinResult {
  /** With `waiting` for whom, with `left` why, with `failed` the error. */
  readonly state: MeetingState;
  /** How many times a join was started since the component was mounted. */
  readonly attempt: number;
  /** The next try, if one will start by itself: while waiting for the host, or after a connection error. */
  readonly next: ScheduledTry | null;
  /**
   * The SDK shows the meeting, or its waiting room. Right after `joined` it may not yet: what covers the meeting should
   * stay until then.
   */
  readonly isDrawn: boolean;
  readonly handle: ZoomJoinHandle;
  /** For the element the meeting is to fill. It must be positioned and have a size. */
  readonly containerRef: RefCallback<HTMLElement>;
}

/** On a server React 18 warns of layout effects, which it does not run there. */
const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The meeting without a look: `<ZoomJoin>` is built on it. Give `containerRef` to an element of yours, and show
 * what you like while the status isn't `joined`.
 */
export function useZoomJoin(options: UseZoomJoinOptions): UseZoomJoinResult {
  const [{ place, handle }] = useState(() => createPlace(options));
  const [host, containerRef] = useState<HTMLElement | null>(null);
  const { autoJoin = true, meeting, role, sdk, view } = options;
  const { state, attempt, next, isDrawn } = useSyncExternalStore(
    place.subscribe,
    place.getSnapshot,
    () => IDLE,
  );

  // Before any layout effect: handlers and `getSignature` are those of the latest render, and nothing re-runs.
  useInsertionEffect(() => {
    place.options = options;
  });

  // By value: an object written inline is another one at each render. In memory only, since it holds the passcode.
  const which = JSON.stringify([meeting, role === 'host', sdk?.id]);
  // Not a passive effect: its cleanup runs when the frame has gone, too late for the goodbye.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another meeting, role or SDK is what rejoins; autoJoin counts on mounting.
  useCommitEffect(() => (host === null ? undefined : place.mount(host, autoJoin)), [place, host, which]);

  useCommitEffect(() => {
    if (view !== undefined) void place.client?.setViewType(view);
  }, [place, view]);

  return { state, attempt, next, isDrawn, handle, containerRef };
}

function createPlace(options: MeetingOptions): { place: MeetingPlace; handle: ZoomJoinHandle } {
  const place = new MeetingPlace(options);
  const state = (): MeetingState => place.getSnapshot().state;
  const { preload, join, leave, end, retry } = place;
  const handle: ZoomJoinHandle = {
    get status() {
      return state().status;
    },
    get error() {
      const now = state();
      return now.status === 'failed' ? now.error : null;
    },
    get client() {
      return place.client;
    },
    preload,
    join,
    leave,
    end,
    retry,
  };
  return { place, handle };
}
