import type { SdkCredentials } from './check-options.ts';

type Maybe<T> = T | null | undefined;

/**
 * What you let somebody have: everything but the signature, which is made for you. `null` counts as absent, so that
 * rows of a database fit.
 */
export interface Grant {
  /**
   * The meeting that you decided on, 9 to 11 digits. It is never taken from the request by itself: where people may
   * have exactly what they ask for, write `meetingNumber: ask.meeting`.
   */
  meetingNumber: string | number;
  /** The plain passcode, not the encrypted `pwd` of a join URL. Default: none. */
  password?: Maybe<string>;
  /** `'host'` makes a host, whatever role was asked for. Default: `'participant'`. */
  role?: Maybe<'participant' | 'host'>;
  /** The name others see. Default: the page's. */
  userName?: Maybe<string>;
  /** Zoom asks for it in webinars and in meetings with registration. Default: the page's. */
  userEmail?: Maybe<string>;
  /** Your own identifier of this person, which Zoom's reports repeat. Default: the page's. */
  customerKey?: Maybe<string>;
  /** Registration token. */
  tk?: Maybe<string>;
  /** Zoom access key: starts or joins as a Zoom user. Excludes `obfToken`. */
  zak?: Maybe<string>;
  /** On-behalf-of token, for meetings of another account (developers.zoom.us/docs/meeting-sdk/obf-faq). Excludes `zak`. */
  obfToken?: Maybe<string>;
  /** Permission to record locally. */
  recordingToken?: Maybe<string>;
  /** How long this signature lives, in whole s: 1,800 to 172,800. Default: that of the handler, or 1,800. */
  expiresIn?: Maybe<number>;
  /** Who this is, for `onAudit`: an id, nothing secret. Stays on the server. Default: the `customerKey`. */
  auditId?: Maybe<string>;
}

/** A 403 that tells `onAudit` who was refused. Returning nothing is a 403 too. */
export interface Denial {
  forbidden: true;
  /** Who this is, for `onAudit`: an id, nothing secret. */
  auditId?: Maybe<string>;
}

/** What the browser gets: the `JoinGrant` that `getSignature` returns. */
export interface SignatureReply {
  signature: string;
  /** Digits. */
  meetingNumber: string;
  password?: string;
  userName?: string;
  userEmail?: string;
  customerKey?: string;
  tk?: string;
  zak?: string;
  obfToken?: string;
  recordingToken?: string;
}

export interface SigningOptions extends SdkCredentials {
  /** How long a signature lives, in whole s: 1,800 (30 minutes) to 172,800 (48 hours). Default: 1,800. */
  expiresIn?: number | undefined;
  /**
   * Whether meetings use WebRTC video: 1 yes, 0 no. A browser or an account without it falls back by itself. Default:
   * what the request asks for, which `<ZoomJoin>` always does with 1; 1 if it asks for nothing.
   */
  videoWebRtcMode?: 0 | 1 | undefined;
}
