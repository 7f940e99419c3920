import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { MeetingClient } from '../../sdk/client/meeting-client.ts';
import type { RetryInput } from './options.ts';
import type { MeetingStatus } from './status.ts';

/**
 * Controls the meeting and exposes its state. The object stays the same for as long as the component is mounted.
 * You can call its methods at any time, even in an effect before the meeting's element exists. After an unmount
 * they do nothing, and `end` and `requestFullscreen` reject.
 */
export interface ZoomJoinHandle {
  readonly status: MeetingStatus;
  /** The error, if the status is `failed`. Otherwise `null`. */
  readonly error: ZoomJoinError | null;
  /**
   * Loads and initialises the SDK, so that `join()` only has to join. It doesn't call `getSignature`. If it fails,
   * it reports nothing, and the join starts from the beginning. Does nothing once a join has been requested.
   */
  preload(): void;
  /** Joins, unless a join is already in progress or done. */
  join(): void;
  /** Leaves the meeting, or stops trying to join. In a meeting, the other participants see this at once. */
  leave(): void;
  /**
   * Ends the meeting for everybody. The user must be its host. Rejects with a `ZoomJoinError` if Zoom refuses, and
   * outside of a meeting.
   */
  end(): Promise<void>;
  /**
   * Joins again after a failure or after the user has left, or starts a scheduled retry now. `input` is what the
   * user has entered for it, such as the passcode. Does nothing while joining or joined. You can pass this method
   * as `onClick`, because it ignores events.
   */
  retry(input?: RetryInput | { readonly nativeEvent: object }): void;
  /** Joins again with a new signature, whatever the status. In a meeting, it leaves first. */
  rejoin(): void;
  /**
   * Shows the component in full screen, with its screens and children, whatever the status. With `useZoomJoin`, it
   * shows the element that the meeting fills. `document.exitFullscreen()` or the Escape key ends full screen.
   * Browsers allow this only in the handler of a click or a key press. Rejects with a `ZoomJoinError` if full
   * screen isn't possible.
   */
  requestFullscreen(): Promise<void>;
  /**
   * The SDK's functions in a meeting (mute, chat, participants, …). `null` outside of a meeting. If you keep a
   * client, its asynchronous methods reject once its meeting is over.
   */
  readonly client: MeetingClient | null;
}
