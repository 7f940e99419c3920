import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';

/**
 * Why the meeting is over for this person:
 * - `user`: they left. `removed`: the host removed them. `ended`: the host ended the meeting. `time-limit`: Zoom did.
 * - `elsewhere`: they joined on another device.
 * - `unmount`: the component was unmounted. `changed`: it got another meeting, role or SDK. `hidden`: it was hidden by
 *   `<Activity>`. `page-closed`: the page was closed, reloaded, or left for another one.
 * - `other`: Zoom gave a reason of its own, or none that we know.
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

/** Where a meeting stands. `status` tells the others apart. */
export type MeetingState =
  /** Nothing has been asked for yet. */
  | { readonly status: 'idle' }
  /** `getSignature` has been called; the SDK loads meanwhile. */
  | { readonly status: 'authorizing' }
  /** The signature is there, the SDK is still loading. */
  | { readonly status: 'loading' }
  /** The SDK is connecting. */
  | { readonly status: 'joining' }
  /** In the waiting room (`admission`), or before the host (`host`). */
  | { readonly status: 'waiting'; readonly for: 'host' | 'admission' }
  /** In the meeting. */
  | { readonly status: 'joined' }
  /** The connection was lost; the SDK is looking for it. */
  | { readonly status: 'reconnecting' }
  | { readonly status: 'left'; readonly reason: LeftReason }
  | { readonly status: 'failed'; readonly error: ZoomJoinError };

export type MeetingStatus = MeetingState['status'];

/** A try that will start by itself. */
export interface ScheduledTry {
  /** When, in ms since 1970. */
  readonly at: number;
  /** Why the one before did not succeed. */
  readonly error: ZoomJoinError;
}

/** What a screen or an app sees of a meeting. A new object at each change. */
export interface MeetingSnapshot {
  readonly state: MeetingState;
  /** How many times a join was started since the component was mounted. */
  readonly attempt: number;
  /** `null`: nothing starts by itself. The status meanwhile is that of the step that did not succeed, or `waiting`. */
  readonly next: ScheduledTry | null;
  /**
   * The SDK has rendered the meeting, or its waiting room. Right after the status says `joined` it may still show "Joining
   * Meeting..." or nothing.
   */
  readonly isRendered: boolean;
  /** `requestFullscreen()` of the handle has made it full screen. */
  readonly isFullscreen: boolean;
}

/** The person is in the meeting or waits for it. */
export const isLive = (status: MeetingStatus): boolean =>
  status === 'joined' || status === 'waiting' || status === 'reconnecting';
