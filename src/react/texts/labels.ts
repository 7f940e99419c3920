import type { ZoomJoinErrorCode } from '../../failures/zoom-join-error.ts';
import type { LeftReason } from '../../session/api/status.ts';

/**
 * The texts for other ways into the meeting. They are offered if this page can't show the meeting, or can't use the
 * camera or the microphone.
 */
export type OtherWayLabel =
  /** The button that opens `appUrl` after a failed join. */
  | 'openApp'
  /** The button that opens `appUrl` if the camera or the microphone is missing. */
  | 'openTab'
  /** The button that copies the link to the page. `copied` confirms that. */
  | 'copyLink'
  | 'copied'
  /** Shown if `appUrl` returned no URL, or if the browser didn't open it. */
  | 'notOpened'
  /** The message that says what the page can't use. */
  | 'noCamera'
  | 'noMicrophone'
  | 'noCameraNorMicrophone'
  /** The button that hides that message. */
  | 'dismiss';

/** The texts of the default screens. */
export interface Labels {
  /** The button of the idle screen. */
  join: string;
  /** The three steps of a join. */
  authorizing: string;
  loading: string;
  joining: string;
  /** Shown below the step if the attempt takes longer than 8 s. */
  slow: string;
  waitingForHost: string;
  waitingForHostHint: string;
  /** `{seconds}` is replaced with a number. Also shown before each new attempt to restore a lost connection. */
  nextTry: string;
  /** Replaces `nextTry` while the attempt is in progress. */
  tryingNow: string;
  tryNow: string;
  /** For screen readers only, because Zoom shows its own waiting room. */
  waitingForAdmission: string;
  /** For screen readers only. */
  joined: string;
  reconnecting: string;
  reconnectingHint: string;
  /** The texts by reason. All other reasons have the text of `user`. */
  left: Record<Exclude<LeftReason, 'unmount' | 'changed' | 'hidden' | 'page-closed'>, string>;
  failed: string;
  /** Replaces `failed` if the connection to a meeting was lost. */
  connectionLost: string;
  rejoin: string;
  retry: string;
  cancel: string;
  leave: string;
  /** The link to Zoom's page for registration or sign-in. */
  openZoom: string;
  /** The messages for the user, by error code. Default: the error's own `userMessage`, in English. */
  errors: Partial<Record<ZoomJoinErrorCode, string>>;
  /** The texts for other ways into the meeting. Default: English, which is loaded together with the buttons. */
  otherWays?: Partial<Record<OtherWayLabel, string>>;
}

/** The texts that you can replace: any of them, including individual ones of `left`, `errors` and `otherWays`. */
export type LabelOverrides = Partial<Omit<Labels, 'left'> & { left: Partial<Labels['left']> }>;

export const english: Labels = {
  join: 'Join meeting',
  authorizing: 'Getting permission to join…',
  loading: 'Loading Zoom…',
  joining: 'Connecting to the meeting…',
  slow: 'Still joining… This takes longer than usual.',
  waitingForHost: 'Waiting for the host to start the meeting',
  waitingForHostHint: 'You’ll be in as soon as it starts.',
  nextTry: 'Next try in {seconds} s',
  tryingNow: 'Trying now…',
  tryNow: 'Try now',
  waitingForAdmission: 'The host will let you in soon',
  joined: 'You are in the meeting',
  reconnecting: 'Reconnecting…',
  reconnectingHint: 'The connection was lost. You’ll be back in a moment.',
  left: {
    user: 'You left the meeting',
    removed: 'You were removed from the meeting',
    ended: 'The host ended the meeting',
    'time-limit': 'The meeting reached its time limit',
    elsewhere: 'You joined this meeting somewhere else',
    other: 'The meeting was closed',
  },
  failed: 'Can’t join the meeting',
  connectionLost: 'Connection lost',
  rejoin: 'Join again',
  retry: 'Try again',
  cancel: 'Cancel',
  leave: 'Leave',
  openZoom: 'Continue on Zoom',
  errors: {},
};
