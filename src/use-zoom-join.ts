import {
  type RefCallback,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { meetingKey } from './meeting/key.ts';
import type { MeetingClient } from './sdk/meeting-client.ts';
import type { ZoomJoinError } from './session/error.ts';
import type { MeetingOptions } from './session/options.ts';
import { IDLE, MeetingSession } from './session/session.ts';
import type { MeetingState, MeetingStatus } from './session/status.ts';

export interface UseZoomJoinOptions extends MeetingOptions {
  /** Join on mounting. `false`: when `join()` is called. Default: `true`. */
  autoJoin?: boolean | undefined;
}

/** What to do with the meeting, and how it stands. One object for as long as the component lives. */
export interface ZoomJoinHandle {
  readonly status: MeetingStatus;
  /** With status `failed`. */
  readonly error: ZoomJoinError | null;
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
  const [{ session, handle }] = useState(() => createSession(options));
  const [host, containerRef] = useState<HTMLElement | null>(null);
  const { autoJoin = true, meeting, role, sdk, view } = options;
  const { state, attempt } = useSyncExternalStore(session.subscribe, session.getSnapshot, () => IDLE);

  // Before any layout effect: handlers and `getSignature` are those of the latest render, and nothing re-runs.
  useInsertionEffect(() => {
    session.options = options;
  });

  const place = `${meetingKey(meeting)} ${role ?? 'participant'} ${sdk?.id ?? ''}`;
  // Not a passive effect: its cleanup runs when the frame has gone, too late for the goodbye.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is what rejoins; autoJoin counts on mounting.
  useCommitEffect(() => (host === null ? undefined : session.mount(host, autoJoin)), [session, host, place]);

  useCommitEffect(() => {
    if (view !== undefined) void session.client?.setViewType(view);
  }, [session, view]);

  return { state, attempt, handle, containerRef };
}

function createSession(options: MeetingOptions): { session: MeetingSession; handle: ZoomJoinHandle } {
  const session = new MeetingSession(options);
  const state = (): MeetingState => session.getSnapshot().state;
  const handle: ZoomJoinHandle = {
    get status() {
      return state().status;
    },
    get error() {
      const now = state();
      return now.status === 'failed' ? now.error : null;
    },
    get client() {
      return session.client;
    },
    join: session.join,
    leave: session.leave,
    end: session.end,
    retry: session.retry,
  };
  return { session, handle };
}
