import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { MeetingReference } from '../../meeting-reference/meeting-reference.ts';
import type { SdkEventHandlers } from '../../sdk/client/events.ts';
import type { HideMeetingInfo, InitOptions, ZoomView } from '../../sdk/init/init-options.ts';
import type { ZoomLanguage } from '../../sdk/init/language.ts';
import type { SdkSource } from '../../sdk/loading/source.ts';
import type { ZoomJoinWarning } from '../warnings/warning.ts';
import type { LeftReason, MeetingState } from './status.ts';

/**
 * What `getSignature` gets. It is plain data, so that `getSignature` can be a server action, or can send
 * `JSON.stringify(request)` as the body of a request. Zoom's own sample endpoint accepts it as it is.
 */
export interface SignatureRequest {
  /** The digits of the meeting number, or your own name for the meeting. It never contains a passcode. */
  meeting: string;
  /** The same digits. Absent if `meeting` is a name. */
  meetingNumber?: string;
  /** `0` for a participant, `1` for a host. */
  role: 0 | 1;
  /** Asks for a signature with which the SDK sends video over WebRTC. */
  videoWebRtcMode: 1;
  /** Why a signature is needed. `expired` means that Zoom has just refused one as expired. */
  reason: 'join' | 'retry' | 'expired';
  /** `1` for the first attempt since the component was mounted, then counting up. */
  attempt: number;
}

/**
 * What your endpoint returns when it lets a user in: the signature, and whatever else it decides. `null` is the
 * same as leaving a field out. Fields that are not listed here are ignored.
 */
export interface JoinGrant {
  /** The Meeting SDK JWT (developers.zoom.us/docs/meeting-sdk/auth). */
  signature: string;
  /** Required if the `meeting` prop is a name of your own. Overrides the prop. */
  meetingNumber?: string | number | null | undefined;
  /** The plain passcode, not the encrypted `pwd` of a join URL. Overrides the prop. */
  password?: string | null | undefined;
  userName?: string | null | undefined;
  userEmail?: string | null | undefined;
  customerKey?: string | null | undefined;
  /** Registration token. */
  tk?: string | null | undefined;
  /** Zoom access key of a host. You can't combine it with `obfToken`. */
  zak?: string | null | undefined;
  /** On-behalf-of token. You can't combine it with `zak`. */
  obfToken?: string | null | undefined;
  /** Allows local recording. */
  recordingToken?: string | null | undefined;
}

/**
 * What `getSignature` returns. If it returns the `Response` of your endpoint, as `fetch` provides it, its status
 * and body are read for you.
 */
type SignatureAnswer = string | JoinGrant | Response;

/** @param context `signal` aborts when the signature is no longer needed. Pass it to `fetch`. */
export type GetSignature = (
  request: SignatureRequest,
  context: { readonly signal: AbortSignal },
) => SignatureAnswer | Promise<SignatureAnswer>;

/** How long each step may take, in ms. `Infinity` means no limit. */
export interface Timeouts {
  /** The time for `getSignature`. Default: 15 000. */
  signature?: number | undefined;
  /**
   * The time for each script of the SDK. A script that is late gets the same time again, up to nine times in total,
   * as long as its server answers a request within 3 s, so that it can still arrive over a slow connection.
   * Default: 20 000.
   */
  load?: number | undefined;
  /** The time for the SDK's `join`, including what remains of its `init`. Default: 45 000. */
  join?: number | undefined;
  /**
   * How long a join is retried automatically while the network prevents it, counted from the first failure. The
   * pauses between the attempts grow. `0` turns the retries off. Default: 60 000.
   */
  retry?: number | undefined;
  /**
   * How long to try to restore a meeting that has lost its connection: first the SDK tries, then new joins do. Time
   * during which the device is asleep doesn't count. Default: 300 000.
   */
  reconnect?: number | undefined;
}

/** How long each step of a join took, in ms. */
export interface JoinSteps {
  /** The time spent waiting for `getSignature`. The SDK loads meanwhile. */
  readonly authorizing: number;
  /** The time spent waiting for the SDK to load after that. */
  readonly loading: number;
  /** The time that the SDK took to join. */
  readonly joining: number;
}

/** What the user entered after a join had failed because it was missing or wrong. */
export interface RetryInput {
  /** The plain passcode. Overrides those of the grant and of the `meeting` prop. */
  password?: string | undefined;
  userName?: string | undefined;
  userEmail?: string | undefined;
}

/**
 * The handlers for the meeting's status, errors and warnings. `onStatusChange` is called first, then the handler
 * for the specific status.
 */
export interface LifecycleHandlers {
  onStatusChange?: ((state: MeetingState) => void) | undefined;
  /** Called when the user is in the meeting, but not while they are in its waiting room. */
  onJoined?: ((joined: { stepsMs: JoinSteps }) => void) | undefined;
  onWaiting?: ((waiting: { for: 'host' | 'admission' }) => void) | undefined;
  onReconnecting?: (() => void) | undefined;
  /**
   * Called when the meeting is over for the user. `durationMs` is the time since they first got into the meeting,
   * or 0 if they never did. This is the only handler that is called when the component is unmounted during a
   * meeting (reason `unmount`), or when the meeting is replaced by another one (reason `changed`). In the second
   * case, the handler that belonged to the old meeting is called.
   */
  onLeft?: ((left: { reason: LeftReason; durationMs: number }) => void) | undefined;
  /** Called once for each failure, as soon as the error's messages have loaded, but after 4 s at the latest. */
  onError?: ((error: ZoomJoinError) => void) | undefined;
  /**
   * Called for a problem that doesn't prevent the user from joining, but that affects the meeting or your app, such
   * as a page that forbids the camera. Default: logs to the console, in development only.
   */
  onWarning?: ((warning: ZoomJoinWarning) => void) | undefined;
  /**
   * Called with the view that is shown, at first and whenever it changes: because of the `view` prop, because of
   * Zoom's own menu, or because the meeting doesn't have the requested view and shows the gallery instead.
   */
  onViewChange?: ((view: ZoomView) => void) | undefined;
  /**
   * Called when `requestFullscreen()` of the handle has put the component into full screen, and when that has
   * ended.
   */
  onFullscreenChange?: ((isFullscreen: boolean) => void) | undefined;
}

export interface MeetingOptions extends LifecycleHandlers, SdkEventHandlers {
  /**
   * The meeting to join: its number (`'123 4567 8901'`, `12345678901`), a join URL, `{ meetingNumber, password }`,
   * or a name of your own that your endpoint translates into a number. Any other string is such a name. Pass a name
   * made of digits as `{ name: '42' }`.
   *
   * If you pass another number or name, the component leaves the meeting and joins the other one. It doesn't rejoin
   * for the same number in another spelling or with another passcode. A new passcode applies to the next attempt,
   * which starts automatically if the last one failed because of the passcode.
   */
  meeting: MeetingReference;
  /**
   * A function that fetches the signature from your endpoint. It returns the endpoint's `Response`, the JWT, or a
   * {@link JoinGrant}, or a promise of one of these. It can also be a server action. You can pass a new function on
   * every render.
   */
  getSignature: GetSignature;
  /** The name that the other participants see. */
  userName: string;
  /**
   * The user's e-mail address. Zoom asks for it in webinars and in meetings with registration. A change applies at
   * the next join.
   */
  userEmail?: string | undefined;
  /**
   * Your own identifier for the user, up to 36 characters. Zoom's reports contain it. A change applies at the next
   * join.
   */
  customerKey?: string | undefined;
  /**
   * The user's role. `'host'` requires a signature with role 1. If you change the role, the component rejoins.
   * Default: `'participant'`.
   */
  role?: 'participant' | 'host' | undefined;
  /**
   * What to hide in Zoom's meeting info panel. `true` hides the panel and its button. `false` shows everything.
   * `'invite'` also removes Zoom's "Invite" by phone, and `'mn'` also blocks the tab that the host's live-stream
   * menu opens. A change applies at the next join. Default: `['mn', 'pwd', 'telPwd', 'invite']`, because these let
   * somebody join.
   */
  hideMeetingInfo?: HideMeetingInfo | undefined;
  /**
   * Whether `client.getCurrentMeetingInfo()` includes the meeting number and the passcode. Any code that has the
   * handle can then read them. A change applies at the next join. Default: `false`.
   */
  exposeMeetingInfo?: boolean | undefined;
  /**
   * The language of Zoom's texts and of the screens, as any BCP 47 tag, such as `navigator.language`. The nearest
   * of Zoom's 17 languages is used, or else English. The screens change at once, Zoom's texts at the next join.
   * Default: `'en-US'`.
   */
  language?: ZoomLanguage | (string & {}) | undefined;
  /**
   * The view to show. A change applies at once. While the meeting doesn't have that view, it shows the gallery, and
   * it switches to the view as soon as it has it: without WebRTC video, there are only `gallery` and `minimized`.
   * `onViewChange` reports which view is shown. Default: `'gallery'` with `fit="container"`, otherwise the SDK's
   * own choice.
   */
  view?: ZoomView | undefined;
  /**
   * How the meeting gets its size. `'container'`: it follows the size of the component. `'none'`: the SDK decides,
   * and if the frame is too small, it scrolls. Panels stay inside the frame in both cases. Default: `'container'`.
   */
  fit?: 'container' | 'none' | undefined;
  /** Where the SDK is loaded from. If you pass another source, the component rejoins. Default: `zoomCdn()`. */
  sdk?: SdkSource | undefined;
  /**
   * More options for the SDK's `init`. They are merged last. A change applies at the next join, but functions in it
   * are always those of the latest render. Options that would break the meeting are left out with the warning
   * `init-ignored`: an `anchorElement`, `customize.video.popper` with `fit="container"`, `leaveOnPageUnload`,
   * `zoomAppRoot`, and values of a type that the SDK can't use. If `customize.meetingInfo` shows what
   * `hideMeetingInfo` hides, it takes precedence, with the warning `info-shown`.
   */
  init?: InitOptions | undefined;
  /**
   * Keyboard shortcuts of your app that also work while the focus is in the meeting, written as in
   * `aria-keyshortcuts`: `['Control+K', 'Meta+K', '?']`. Their `keydown` and `keyup` events are repeated on the
   * meeting's frame and bubble from there through your page. If your app prevents the default, the meeting doesn't
   * get the event. Shortcuts without Control, Alt or Meta do nothing while the user is typing. Default: none.
   * Escape always reaches the page if the meeting has no use for it, so that it closes a dialog around the meeting.
   */
  shortcuts?: readonly string[] | undefined;
  /**
   * The title of the meeting's frame, which screen readers announce. If you set it, `<ZoomJoin>` also shows it on
   * the idle screen. Default: `'Zoom meeting'`.
   */
  title?: string | undefined;
  /** The nonce of your Content-Security-Policy, if it uses nonces. */
  nonce?: string | undefined;
  /**
   * Whether everything that the SDK prints reaches the browser's console, and its unhandled rejections your error
   * tracker. Otherwise only its errors do. A change applies at the next join. Default: `false`.
   */
  debug?: boolean | undefined;
  /**
   * What to do on a phone, for which Zoom's component view is not made. `'link'`: the join fails with
   * `phone-unsupported`, and the screen offers another way, such as `appUrl`. `'try'`: joins anyway. Default:
   * `'link'`.
   */
  phones?: 'link' | 'try' | undefined;
  timeouts?: Timeouts | undefined;
}

/** The options of a meeting, and when to join and leave it. */
export interface ControllerOptions extends MeetingOptions {
  /**
   * Whether to join automatically, as soon as this is `true`. With `false`, the join starts when `join()` is
   * called, which the button of the idle screen does. Default: `true`.
   */
  autoJoin?: boolean | undefined;
  /**
   * What to do when `<Activity>` hides the component. `'leave'`: leaves the meeting, because nobody can see any
   * more that the microphone is on, and joins again when the component is shown, unless the user had left before.
   * `'stay'`: stays in the meeting, for example while the user switches between tabs of your app. Default:
   * `'leave'`.
   */
  whenHidden?: 'leave' | 'stay' | undefined;
}
