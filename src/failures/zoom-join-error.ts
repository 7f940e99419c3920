/**
 * The codes of all the ways in which a meeting can fail to start or break. They are stable: new codes may be added,
 * but none is ever renamed. `docs/errors.md` explains what each one means and what to do about it.
 */
export type ZoomJoinErrorCode =
  // The app's input.
  | 'invalid-meeting'
  | 'invalid-user-name'
  | 'invalid-options'
  // The signature and the endpoint that issues it.
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
  /** The page is in a frame with `sandbox`, which gives it no origin. */
  | 'page-sandboxed'
  | 'insecure-context'
  | 'browser-unsupported'
  | 'phone-unsupported'
  /** The code runs in jsdom or happy-dom, as in a unit test, and not in a real browser. */
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
  // Calls outside of a meeting: `end()`, or a method of a client that the app kept after its meeting.
  | 'not-in-meeting'
  /** `requestFullscreen()` of the handle rejects with this code. */
  | 'fullscreen-unavailable'
  | 'internal';

/**
 * What the user can do about an error:
 * - `retry`: try again, perhaps after they or somebody else has changed something. If this is missing, the error
 *   stays the same for as long as the page is open.
 * - `app`: join with the Zoom app, which doesn't have this page's problem.
 * - `other-browser`: open the page in another browser or on another device.
 */
export type Remedy = 'retry' | 'app' | 'other-browser';

export interface ZoomJoinErrorDetails {
  /** Zoom's own error number, if Zoom refused. */
  zoomCode?: number | undefined;
  /** Whether trying again, without changing anything, can help. Default: `false`. */
  retryable?: boolean;
  /** What the developer can do about it. */
  hint?: string | undefined;
  /** A page on Zoom's site, or on your `webEndpoint`, where the user can register or sign in. */
  url?: string | undefined;
  /** A message for the user, in English. Default: the error's `message`. */
  userMessage?: string | undefined;
  /** What the user can do. If this is `undefined`, they can try again. */
  remedies?: readonly Remedy[] | undefined;
  cause?: unknown;
}

/**
 * The error that `onError`, `error` of the handle and the `failed` screen get. It contains no meeting number,
 * passcode, signature or token, except that `cause` is the original error, unchanged: if `getSignature` threw it,
 * it contains whatever your code put into it. The native `cause` is not enumerable, and `JSON.stringify` leaves it
 * out.
 */
export class ZoomJoinError extends Error {
  /** A stable string in kebab case. Switch on this. */
  declare readonly code: ZoomJoinErrorCode;
  /** Zoom's own error number, if Zoom refused. */
  declare readonly zoomCode?: number;
  /** Whether trying again, without changing anything, can help. */
  declare readonly retryable: boolean;
  /** What the developer can do about it. */
  declare readonly hint?: string;
  /** A page on Zoom's site, or on your `webEndpoint`, where the user can register or sign in. It has no query. */
  declare readonly url?: string;
  /** A message for the user, in English. */
  declare readonly userMessage: string;
  /** What the user can do. If this is `undefined`, they can try again. */
  declare readonly remedies?: readonly Remedy[];

  constructor(code: ZoomJoinErrorCode, message: string, { cause, ...details }: ZoomJoinErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { name: 'ZoomJoinError', code, retryable: false, userMessage: message }, details);
  }

  /** What `JSON.stringify` writes, for a log: everything but `cause` and `stack`. */
  toJSON(): object {
    const { name, code, message, zoomCode, retryable, hint, url, userMessage, remedies } = this;
    return { name, code, message, zoomCode, retryable, hint, url, userMessage, remedies };
  }
}
