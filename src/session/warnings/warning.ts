import type { SdkPart } from '../../sdk/client/sdk-part.ts';
import type { BlockedUse } from '../../sdk/guard/blocked-use.ts';

export type ZoomJoinWarningCode =
  /** The page, or the frame that it is in, forbids the camera, the microphone or screen sharing. */
  | 'media-forbidden'
  /** The browser cannot send H.264, without which a meeting with WebRTC video reconnects again and again. */
  | 'no-h264'
  /** The signature looks wrong, but Zoom may accept it. */
  | 'signature-doubtful'
  /** A custom screen threw an error, so the default screen is shown instead. `cause` is the error. */
  | 'screen-failed'
  /** `init` has options that would break the meeting. The SDK doesn't get them. The message lists them. */
  | 'init-ignored'
  /** `init.customize.meetingInfo` shows rows of the info panel that `hideMeetingInfo` hides. The message lists them. */
  | 'info-shown'
  /**
   * The component was unmounted and, right after that, mounted again elsewhere in the tree. The user therefore left
   * the meeting and had to join again.
   */
  | 'remounted'
  /** `sdk` was another one at each render. It is no longer changed, because each change rejoins. */
  | 'sdk-not-stable'
  /** An entry of `shortcuts` doesn't have the syntax of `aria-keyshortcuts`. */
  | 'shortcut-unknown'
  /** In the meeting or its waiting room, the component stays too small to see anything. */
  | 'too-small'
  /**
   * `appUrl` returned no URL that may be opened, or the browser didn't open it. If it threw, `cause` is the error.
   */
  | 'app-url-failed'
  /** The loaded SDK has a version that this package was not tried with. The meeting goes on. */
  | 'sdk-untested'
  /** A part of the SDK is not as it was when it was tried, and something of ours stands in for it. See `what`. */
  | 'sdk-changed'
  /** Something in the meeting wanted to pass on what lets somebody join, which was prevented. See `what`. */
  | 'secret-blocked';

/** A problem that doesn't prevent the user from joining. The message contains no secrets. */
export interface ZoomJoinWarning {
  /** A stable string in kebab case. Switch on this. */
  readonly code: ZoomJoinWarningCode;
  /** Tells the developer what the problem is and what to do about it. */
  readonly message: string;
  readonly cause?: unknown;
  /** With `sdk-changed`: which part of the SDK. With `secret-blocked`: how it would have been passed on. */
  readonly what?: SdkPart | BlockedUse;
}
