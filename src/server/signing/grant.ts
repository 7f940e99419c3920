import type { SdkCredentials } from './check-options.ts';

type Maybe<T> = T | null | undefined;

/**
 * What you grant to somebody: everything but the signature, which is created for you. `null` counts as absent, so
 * that you can use database rows.
 */
export interface Grant {
  /**
   * The meeting that you decided on: 9 to 11 digits. It is never taken from the request automatically. If people
   * may join whatever they ask for, write `meetingNumber: ask.meeting`.
   */
  meetingNumber: string | number;
  /** The plain passcode, not the encrypted `pwd` of a join URL. Default: none. */
  password?: Maybe<string>;
  /** `'host'` makes this person a host, no matter which role the request asks for. Default: `'participant'`. */
  role?: Maybe<'participant' | 'host'>;
  /** The name that others see. Default: the name that the page passes. */
  userName?: Maybe<string>;
  /** Zoom asks for it in webinars and in meetings with registration. Default: the address that the page passes. */
  userEmail?: Maybe<string>;
  /** Your own identifier of this person, which Zoom's reports repeat. Default: the one that the page passes. */
  customerKey?: Maybe<string>;
  /** Registration token. */
  tk?: Maybe<string>;
  /** Zoom access key: starts or joins the meeting as a Zoom user. Cannot be combined with `obfToken`. */
  zak?: Maybe<string>;
  /**
   * On-behalf-of token, for meetings of another account (developers.zoom.us/docs/meeting-sdk/obf-faq). Cannot be
   * combined with `zak`.
   */
  obfToken?: Maybe<string>;
  /** Permission to record locally. */
  recordingToken?: Maybe<string>;
  /**
   * How long this signature is valid, in whole s: 1,800 to 172,800. Default: the handler's `expiresIn`, or 1,800.
   */
  expiresIn?: Maybe<number>;
  /** An id of this person for `onAudit`. Must not be secret. It stays on the server. Default: the `customerKey`. */
  auditId?: Maybe<string>;
}

/** Refuses a request with a 403 and tells `onAudit` who was refused. Returning nothing also results in a 403. */
export interface Denial {
  forbidden: true;
  /** An id of this person for `onAudit`. Must not be secret. */
  auditId?: Maybe<string>;
}

/** The response that the browser gets: the `JoinGrant` that `getSignature` returns. */
export interface SignatureReply {
  signature: string;
  /** 9 to 11 digits. */
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
  /** How long a signature is valid, in whole s: 1,800 (30 minutes) to 172,800 (48 hours). Default: 1,800. */
  expiresIn?: number | undefined;
  /**
   * Whether meetings use WebRTC video: 1 yes, 0 no. A browser or an account without WebRTC video falls back by
   * itself. Default: what the request asks for, or else 1. `<ZoomJoin>` always asks for 1.
   */
  videoWebRtcMode?: 0 | 1 | undefined;
}
