import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { MeetingClient } from '../../sdk/client/meeting-client.ts';
import type { RetryInput } from './options.ts';
import type { MeetingStatus } from './status.ts';

/**
 * What to do with the meeting, and how it stands. One object for as long as the component lives; its methods can be called
 * at any time, also in an effect before the meeting's element is there, and do nothing once the component is unmounted.
 */
export interface ZoomJoinHandle {
  readonly status: MeetingStatus;
  /** With status `failed`. */
  readonly error: ZoomJoinError | null;
  /**
   * Loads and initialises the SDK, so that `join()` only has to join. Nothing is asked of `getSignature`, and nothing is told
   * if it fails: the join then starts anew. Does nothing once a join was asked for.
   */
  preload(): void;
  /** Joins, unless a join is under way or done. */
  join(): void;
  /** Leaves; in a meeting the others see it at once. */
  leave(): void;
  /** Ends the meeting for everybody, as its host. Rejects with a `ZoomJoinError` when Zoom refuses, and outside of a meeting. */
  end(): Promise<void>;
  /**
   * Tries again what has failed, what was left, or what would be tried later by itself, with what the person typed for it.
   * Does nothing while joined. An event is no input, so that it can be an `onClick`.
   */
  retry(input?: RetryInput | { readonly nativeEvent: object }): void;
  /** Joins anew, with a fresh signature, whatever the status: in a meeting, it leaves before. */
  rejoin(): void;
  /**
   * Makes the component full screen, with its screens and children (of `useZoomJoin`, the element that the meeting fills),
   * whatever the status; `document.exitFullscreen()` or the Escape key ends it. Browsers allow it in the handler of a click or
   * a key alone. Rejects with a `ZoomJoinError` where it can't.
   */
  requestFullscreen(): Promise<void>;
  /**
   * What the SDK can do in a meeting (mute, chat, participants, …). `null` outside of one. A client that was kept rejects
   * once its meeting is over.
   */
  readonly client: MeetingClient | null;
}
