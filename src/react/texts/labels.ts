import type { ZoomJoinErrorCode } from '../../failures/zoom-join-error.ts';
import type { LeftReason } from '../../session/api/status.ts';

/** Texts of what is offered where the meeting cannot be had in this page, or not with camera and microphone. */
export type OtherWayLabel =
  /** Opens `appUrl`, where the join failed. */
  | 'openApp'
  /** Opens `appUrl`, where camera or microphone are missing. */
  | 'openTab'
  /** On a button, with `copied` once it is done. */
  | 'copyLink'
  | 'copied'
  /** The address did not come, or the browser did not open it. */
  | 'notOpened'
  /** What the page may not use. */
  | 'noCamera'
  | 'noMicrophone'
  | 'noCameraNorMicrophone'
  /** The button that takes that sentence away. */
  | 'dismiss';

/** The texts of the default screens. */
export interface Labels {
  /** The button of the idle screen. */
  join: string;
  /** The three steps of a join. */
  authorizing: string;
  loading: string;
  joining: string;
  /** Beside the step, when it takes longer than 8 s. */
  slow: string;
  waitingForHost: string;
  waitingForHostHint: string;
  /** `{seconds}` is replaced. Also shown while a lost connection is tried again. */
  nextTry: string;
  /** In place of `nextTry`, while the try is under way. */
  tryingNow: string;
  tryNow: string;
  /** Read aloud only: Zoom shows its own waiting room. */
  waitingForAdmission: string;
  /** Read aloud only. */
  joined: string;
  reconnecting: string;
  reconnectingHint: string;
  /** Whoever left for another reason reads what `user` says. */
  left: Record<Exclude<LeftReason, 'unmount' | 'changed' | 'hidden' | 'page-closed'>, string>;
  failed: string;
  /** In place of `failed`, when there had been a meeting. */
  connectionLost: string;
  rejoin: string;
  retry: string;
  cancel: string;
  leave: string;
  /** Opens Zoom's page for registration or sign-in. */
  openZoom: string;
  /** What each error says to the person. Default, in English: the error's own `userMessage`. */
  errors: Partial<Record<ZoomJoinErrorCode, string>>;
  /** Default: English, which comes with the buttons. */
  otherWays?: Partial<Record<OtherWayLabel, string>>;
}

/** What an app may replace: any text, also single ones of `left` and `errors`. */
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
