/**
 * Every way a meeting can fail to start or break. Stable: a code is never renamed, only added.
 * What each means, and what to do, stands in `messages.ts`.
 */
export type ZoomJoinErrorCode =
  // What the app gave us.
  | 'invalid-meeting'
  | 'invalid-user-name'
  | 'invalid-options'
  // The signature and who hands it out.
  | 'signature-request-failed'
  | 'signature-unreachable'
  | 'signature-timeout'
  | 'signature-denied'
  | 'signature-endpoint-failed'
  | 'signature-unreadable'
  | 'signature-missing'
  | 'signature-invalid'
  | 'signature-expired'
  // Loading Zoom's SDK.
  | 'component-load-failed'
  | 'sdk-load-failed'
  | 'sdk-file-missing'
  | 'sdk-blocked'
  | 'sdk-blocked-by-policy'
  | 'sdk-load-timeout'
  | 'sdk-not-found'
  | 'sdk-assets-unreachable'
  | 'sdk-outdated'
  // The browser.
  | 'insecure-context'
  | 'browser-unsupported'
  | 'phone-unsupported'
  /** There is no browser: a unit test in jsdom or happy-dom. */
  | 'unsupported-environment'
  | 'offline'
  // Joining.
  | 'wrong-passcode'
  | 'not-started'
  | 'meeting-not-found'
  | 'meeting-ended'
  | 'meeting-full'
  | 'meeting-locked'
  | 'another-meeting-in-progress'
  | 'email-required'
  | 'registration-required'
  | 'login-required'
  | 'removed'
  | 'duplicate-participant'
  | 'blocked'
  | 'web-join-disabled'
  | 'permission-denied'
  | 'token-invalid'
  | 'authorized-user-absent'
  | 'too-many-requests'
  | 'connection-failed'
  | 'connection-lost'
  | 'join-timeout'
  | 'join-failed'
  // A client that was kept after its meeting.
  | 'not-in-meeting'
  /** `requestFullscreen()` rejected. */
  | 'fullscreen-unavailable'
  | 'internal';

/**
 * What a person can do about an error:
 * - `retry`: try again, perhaps after they or somebody else has changed something. Absent: nothing changes while the page is open.
 * - `app`: join with the Zoom app, which has none of this page's troubles.
 * - `other-browser`: open the page in another browser, on another device.
 */
export type Remedy = 'retry' | 'app' | 'other-browser';

export interface ZoomJoinErrorDetails {
  /** Zoom's own number, when Zoom refused. */
  zoomCode?: number | undefined;
  /** Whether trying again, without changing anything, can help. Default: `false`. */
  retryable?: boolean;
  /** For the developer: what to do about it. */
  hint?: string | undefined;
  /** A page of Zoom's where the person can go on: registration or sign-in. */
  url?: string | undefined;
  /** For the person, in English. Default: the message. */
  userMessage?: string | undefined;
  /** What the person can do. Absent: try again. */
  remedies?: readonly Remedy[] | undefined;
  cause?: unknown;
}

/**
 * What `onError`, `error` of the handle and the failed screen get. Neither the message nor any other
 * field holds a meeting number, a passcode, a signature or a token.
 */
export class ZoomJoinError extends Error {
  /** Stable, kebab-case: switch on this. */
  readonly code: ZoomJoinErrorCode;
  /** Zoom's own number, when Zoom refused. */
  declare readonly zoomCode?: number;
  /** Whether trying again, without changing anything, can help. */
  declare readonly retryable: boolean;
  /** For the developer: what to do about it. */
  declare readonly hint?: string;
  /** A page of Zoom's where the person can go on: registration or sign-in. */
  declare readonly url?: string;
  /** For the person, in English. */
  declare readonly userMessage: string;
  /** What the person can do. Absent: try again. */
  declare readonly remedies?: readonly Remedy[];

  constructor(code: ZoomJoinErrorCode, message: string, details: ZoomJoinErrorDetails = {}) {
    super(message);
    this.name = 'ZoomJoinError';
    this.code = code;
    Object.assign(this, { retryable: false, userMessage: message }, details);
  }
}
