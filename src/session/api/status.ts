import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';

/**
 * Why the meeting is over for the user:
 * - `user`: they left.
 * - `removed`: the host removed them.
 * - `ended`: the host ended the meeting.
 * - `time-limit`: Zoom ended it at its time limit.
 * - `elsewhere`: they joined on another device.
 * - `unmount`: the component was unmounted.
 * - `changed`: the component got another meeting, role or SDK.
 * - `hidden`: `<Activity>` hid the component.
 * - `page-closed`: the page was closed, reloaded, or left for another one.
 * - `other`: Zoom gave another reason, or none that is known.
 */
export type LeftReason =
  | 'user'
  | 'removed'
  | 'ended'
  | 'time-limit'
  | 'elsewhere'
  | 'unmount'
  | 'changed'
  | 'hidden'
  | 'page-closed'
  | 'other';

/** The state of a meeting. Which other fields it has depends on `status`. */
export type MeetingState =
  /** No join has been requested yet. */
  | { readonly status: 'idle' }
  /** Waiting for `getSignature`. The SDK loads meanwhile. */
  | { readonly status: 'authorizing' }
  /** The signature has arrived, and the SDK is still loading. */
  | { readonly status: 'loading' }
  /** The SDK is connecting. */
  | { readonly status: 'joining' }
  /** In the waiting room (`admission`), or waiting for the host to start the meeting (`host`). */
  | { readonly status: 'waiting'; readonly for: 'host' | 'admission' }
  /** In the meeting. */
  | { readonly status: 'joined' }
  /** The connection was lost. The SDK, and then new joins, try to restore it. */
  | { readonly status: 'reconnecting' }
  | { readonly status: 'left'; readonly reason: LeftReason }
  | { readonly status: 'failed'; readonly error: ZoomJoinError };

export type MeetingStatus = MeetingState['status'];

/** A retry that will start automatically. */
export interface ScheduledTry {
  /** When it starts, in ms since 1970. */
  readonly at: number;
  /** Why the previous attempt failed. */
  readonly error: ZoomJoinError;
}

/** The state of a meeting, as screens and apps see it. Each change creates a new object. */
export interface MeetingSnapshot {
  readonly state: MeetingState;
  /** How many attempts to join have started since the component was mounted. */
  readonly attempt: number;
  /**
   * The scheduled retry, or `null` if there is none. Until it starts, the status is that of the step that failed,
   * or `waiting` or `reconnecting`.
   */
  readonly next: ScheduledTry | null;
  /**
   * Whether the SDK has rendered the meeting or its waiting room. Right after the status has become `joined`, it
   * may still show "Joining Meeting..." or nothing.
   */
  readonly isRendered: boolean;
  /** Whether the component is in full screen because of `requestFullscreen()` of the handle. */
  readonly isFullscreen: boolean;
}

/** Whether the user is in the meeting or waits for it. */
export const isLive = (status: MeetingStatus): boolean =>
  status === 'joined' || status === 'waiting' || status === 'reconnecting';
