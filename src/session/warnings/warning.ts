export type ZoomJoinWarningCode =
  /** The page, or the frame that it is in, forbids the camera, the microphone or sharing the screen. */
  | 'media-forbidden'
  /** The signature looks wrong, though Zoom may take it. */
  | 'signature-doubtful'
  /** A screen of the app's own threw: ours is shown in its place. `cause` is what it threw. */
  | 'screen-failed'
  /** `init` has options that would break the meeting: the SDK is not given them. The message names them. */
  | 'init-ignored'
  /** The component was unmounted and mounted again at once, elsewhere in the tree: the meeting was left for it. */
  | 'remounted'
  /** An entry of `shortcuts` is not written as in `aria-keyshortcuts`. */
  | 'shortcut-unknown'
  /** In the meeting or its waiting room, the component stays too small to see anything. */
  | 'too-small'
  /** `appUrl` gave no address that may be opened, or the browser did not let it be opened. `cause` is what it threw. */
  | 'app-url-failed';

/** Something that does not keep the meeting from being joined. Holds no secret. */
export interface ZoomJoinWarning {
  /** Stable, kebab-case: switch on this. */
  readonly code: ZoomJoinWarningCode;
  /** For the developer: what it is, and what to do about it. */
  readonly message: string;
  readonly cause?: unknown;
}
