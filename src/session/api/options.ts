import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { MeetingReference } from '../../meeting-reference/meeting-reference.ts';
import type { SdkEventHandlers } from '../../sdk/client/events.ts';
import type { HideMeetingInfo, InitOptions, ZoomView } from '../../sdk/init/init-options.ts';
import type { ZoomLanguage } from '../../sdk/init/language.ts';
import type { SdkSource } from '../../sdk/loading/source.ts';
import type { ZoomJoinWarning } from '../warnings/warning.ts';
import type { LeftReason, MeetingState } from './status.ts';

/**
 * What `getSignature` is asked: plain data, so that it can be a server action, and `JSON.stringify(request)` the body of a
 * request. Zoom's own sample endpoint takes it as it is.
 */
export interface SignatureRequest {
  /** The meeting's digits, or your own name of it. Never a passcode. */
  meeting: string;
  /** The same digits. Absent when `meeting` is a name. */
  meetingNumber?: string;
  /** 0: participant, 1: host. */
  role: 0 | 1;
  /** The SDK is asked to send video over WebRTC. */
  videoWebRtcMode: 1;
  /** `expired`: Zoom has just refused a signature as expired. */
  reason: 'join' | 'retry' | 'expired';
  /** 1 for the first try since the component was mounted, then counting up. */
  attempt: number;
}

/**
 * What your endpoint answers when it lets somebody in: the signature, and whatever else it decides. `null` counts as absent;
 * what is not listed here is ignored.
 */
export interface JoinGrant {
  /** The Meeting SDK JWT (developers.zoom.us/docs/meeting-sdk/auth). */
  signature: string;
  /** Needed when the `meeting` prop is a name of your own. Wins over the prop. */
  meetingNumber?: string | number | null | undefined;
  /** The plain passcode, not the encrypted `pwd` of a join URL. Wins over the prop. */
  password?: string | null | undefined;
  userName?: string | null | undefined;
  userEmail?: string | null | undefined;
  customerKey?: string | null | undefined;
  /** Registration token. */
  tk?: string | null | undefined;
  /** Zoom access key of a host. Excludes `obfToken`. */
  zak?: string | null | undefined;
  /** On-behalf-of token. Excludes `zak`. */
  obfToken?: string | null | undefined;
  /** Allows local recording. */
  recordingToken?: string | null | undefined;
}

/** `Response`: that of your endpoint, as `fetch` gives it; its status and JSON are read for you. */
export type SignatureAnswer = string | JoinGrant | Response;

/** @param context `signal` aborts when the answer is no longer wanted: hand it to `fetch`. */
export type GetSignature = (
  request: SignatureRequest,
  context: { readonly signal: AbortSignal },
) => SignatureAnswer | Promise<SignatureAnswer>;

/** How long each step may take, in ms. `Infinity`: no limit. */
export interface Timeouts {
  /** `getSignature`. Default: 15 000. */
  signature?: number | undefined;
  /**
   * Each script of the SDK. One that is late has as much time again, up to nine times in all, while its server answers
   * within 3 s: on a slow line it still arrives. Default: 20 000.
   */
  load?: number | undefined;
  /** The SDK's `join`. Default: 45 000. */
  join?: number | undefined;
  /**
   * How long a join is tried again by itself, with growing pauses, while the network keeps it from succeeding, from the first
   * failure on. 0: it is not. Default: 60 000.
   */
  retry?: number | undefined;
  /**
   * How long a meeting is tried again that has lost its connection, by the SDK and then by new joins. While the device sleeps it
   * doesn't count. Default: 300 000.
   */
  reconnect?: number | undefined;
}

/** How long each step of a join took, in ms. */
export interface JoinSteps {
  /** Waiting for `getSignature`. The SDK loads meanwhile. */
  readonly authorizing: number;
  /** Waiting for the SDK after that. */
  readonly loading: number;
  /** The SDK's own join. */
  readonly joining: number;
}

/** What the person typed after a join had failed for the lack of it. */
export interface RetryInput {
  /** The plain passcode. Wins over that of the grant and of the `meeting` prop. */
  password?: string | undefined;
  userName?: string | undefined;
  userEmail?: string | undefined;
}

/** Called in this order: `onStatusChange` first, then the handler of the event itself. */
export interface LifecycleHandlers {
  onStatusChange?: ((state: MeetingState) => void) | undefined;
  /** In the meeting: not while in its waiting room. */
  onJoined?: ((joined: { stepsMs: JoinSteps }) => void) | undefined;
  onWaiting?: ((waiting: { for: 'host' | 'admission' }) => void) | undefined;
  onReconnecting?: (() => void) | undefined;
  /**
   * `durationMs`: since the person first got into the meeting; 0 if they never did. The only handler that is called when
   * the component is unmounted (reason `unmount`), and when the meeting is replaced by another one (`changed`): then the
   * handler that belonged to the old one.
   */
  onLeft?: ((left: { reason: LeftReason; durationMs: number }) => void) | undefined;
  /** Once for each failure, as soon as its words have loaded, or after 4 s without them. */
  onError?: ((error: ZoomJoinError) => void) | undefined;
  /**
   * Something that does not keep the meeting from being joined, but that its people or you will miss, such as a page that
   * forbids the camera. Default: told in the console, in development.
   */
  onWarning?: ((warning: ZoomJoinWarning) => void) | undefined;
  /**
   * Which view is shown, at first and whenever it changes: by the `view` prop, in Zoom's own menu, or because the
   * meeting lacks the view that was asked for, which then is the gallery.
   */
  onViewChange?: ((view: ZoomView) => void) | undefined;
  /** `requestFullscreen()` of the handle has made the component full screen, or that has ended. */
  onFullscreenChange?: ((isFullscreen: boolean) => void) | undefined;
}

export interface MeetingOptions extends LifecycleHandlers, SdkEventHandlers {
  /**
   * Which meeting: its number (`'123 4567 8901'`, `12345678901`), a join URL, `{ meetingNumber, password }`, or any
   * other string, which is then a name of your own that your endpoint translates; a name of digits is `{ name: '42' }`.
   *
   * Another meeting rejoins: another number or another name. The same number in another spelling, or with another
   * passcode, doesn't; a passcode counts at the next try, which starts by itself if the last one failed for it.
   */
  meeting: MeetingReference;
  /**
   * Fetches the signature from your endpoint: a function that returns (a promise of) the endpoint's `Response`, the JWT, or
   * a {@link JoinGrant}. A server action does as well. May be a new function at every render.
   */
  getSignature: GetSignature;
  /** The name others see. */
  userName: string;
  /** Zoom asks for it in webinars and in meetings with registration. Applies at the next join. */
  userEmail?: string | undefined;
  /** Your own identifier of this person, up to 36 characters; Zoom's reports repeat it. Applies at the next join. */
  customerKey?: string | undefined;
  /** `host` needs a signature with role 1. Another role rejoins. Default: `'participant'`. */
  role?: 'participant' | 'host' | undefined;
  /**
   * What the meeting info panel must not show. `true`: neither the panel nor its button. `false`: shows everything.
   * `'invite'` also takes away Zoom's "Invite" by phone, `'mn'` the tab that the host's live-stream menu opens.
   * Applies at the next join. Default: `['mn', 'pwd', 'telPwd', 'invite']`, which let somebody in.
   */
  hideMeetingInfo?: HideMeetingInfo | undefined;
  /**
   * `client.getCurrentMeetingInfo()` tells the meeting number and the passcode, too, to any code that has the
   * handle. Applies at the next join. Default: `false`.
   */
  exposeMeetingInfo?: boolean | undefined;
  /**
   * The language of Zoom's and our texts, as any BCP 47 tag, such as `navigator.language`: the nearest of Zoom's 17 is
   * taken, or else English. Zoom's part applies at the next join. Default: `'en-US'`.
   */
  language?: ZoomLanguage | (string & {}) | undefined;
  /**
   * Changes live. While the meeting lacks that view it shows the gallery, and takes the view when it has it: the
   * layout without WebRTC video has `gallery` and `minimized` alone. `onViewChange` tells which one is shown.
   * Default: the SDK's own choice, `'gallery'` inside a container.
   */
  view?: ZoomView | undefined;
  /**
   * `'container'`: the meeting's size follows the component's. `'none'`: the SDK decides, and the frame scrolls where it is too
   * small for it. Panels stay inside the frame. Default: `'container'`.
   */
  fit?: 'container' | 'none' | undefined;
  /** Where the SDK comes from. Another source rejoins. Default: `zoomCdn()`. */
  sdk?: SdkSource | undefined;
  /**
   * More options for the SDK's `init`, merged last. Applies at the next join; functions in it are those of the latest render.
   * What would break the meeting is left out with a warning, `init-ignored`: an `anchorElement`, with `fit="container"`
   * `customize.video.popper`, `leaveOnPageUnload`, `zoomAppRoot`, values of another type than the SDK's.
   */
  init?: InitOptions | undefined;
  /**
   * Keyboard shortcuts of the app that are to work while the focus is in the meeting, each written as in `aria-keyshortcuts`:
   * `['Control+K', 'Meta+K', '?']`. Their keys are also heard in the page, as `keydown` and `keyup` on the meeting's frame, which
   * bubble; where the app prevents the default, the meeting does not hear them. Without Control, Alt and Meta they do nothing while
   * the person is typing. Default: none, but for Escape, with which a dialog around the meeting closes.
   */
  shortcuts?: readonly string[] | undefined;
  /** What screen readers call the meeting's frame. Default: `'Zoom meeting'`. */
  title?: string | undefined;
  /** For a Content-Security-Policy with nonces. */
  nonce?: string | undefined;
  /**
   * What happens on a phone, which Zoom's component view is not made for. `'link'`: it fails, as `phone-unsupported`, and
   * offers another way, such as `appUrl`. `'try'`: it joins all the same. Default: `'link'`.
   */
  phones?: 'link' | 'try' | undefined;
  timeouts?: Timeouts | undefined;
}

/** And when to join. */
export interface ControllerOptions extends MeetingOptions {
  /**
   * Joins as soon as it is `true`. `false`: when `join()` is called, which the button of the idle screen does.
   * Default: `true`.
   */
  autoJoin?: boolean | undefined;
  /**
   * What happens when `<Activity>` hides the component. `'leave'`: it leaves, since nobody sees any more that the microphone
   * is on, and joins again when it is shown; who had left before stays out. `'stay'`: it stays in the meeting, for tabs
   * between which people go to and fro. Default: `'leave'`.
   */
  whenHidden?: 'leave' | 'stay' | undefined;
}
