import type { MeetingProblem } from '../meeting-reference/reference-problems.ts';
import type { SdkFailure } from '../sdk/client/sdk-client.ts';
import type { BlockingProblem } from '../sdk/frame/environment.ts';
import type { SignatureFinding } from '../signature/check-signature.ts';
import type { ZoomJoinErrorCode } from './zoom-join-error.ts';

/**
 * Describes a failure. Its error code, its messages, and the decision whether to retry are derived from this. It
 * contains no secrets, except for what the app itself put into `cause`.
 */
export type FailureFacts =
  | { readonly what: 'meeting'; readonly problem: MeetingProblem }
  | { readonly what: 'signature'; readonly problem: SignatureFinding }
  /** The SDK threw an error, or reported that a joined meeting failed. */
  | {
      readonly what: 'zoom';
      readonly said: SdkFailure;
      readonly hasPasswordFromUrl: boolean;
      /** The app's host for Zoom's web services, if it is not zoom.us. */
      readonly webEndpoint?: string | undefined;
      /** Whether the SDK had joined by then. */
      readonly hasJoined?: boolean | undefined;
      /**
       * Checks the signature for errors and doubtful values. If Zoom refuses the signature, they may be the reason.
       */
      readonly inspect?: (() => Promise<readonly SignatureFinding[]>) | undefined;
    }
  | CaseFacts;

export interface CaseFacts {
  readonly what: FailureCase;
  /** Inserted into the message, for example a duration in s, an HTTP status, or the names of fields. */
  readonly value?: string | number | undefined;
  /** What was thrown. If the endpoint's `Response` is a refusal: a text with its reasons, without secrets. */
  readonly cause?: unknown;
}

/**
 * A failure of this package or of the app that has no facts of its own besides `value` and `cause`: a code of
 * `ZoomJoinError`, or one of the cases that share a code.
 */
export type FailureCase = FailureCode | keyof typeof SHARED_CODES;

type FailureCode =
  | BlockingProblem
  | 'invalid-options'
  | 'invalid-user-name'
  | 'signature-request-failed'
  | 'signature-unreachable'
  | 'signature-timeout'
  | 'signature-denied'
  | 'signature-endpoint-failed'
  | 'signature-unreadable'
  | 'signature-missing'
  | 'component-load-failed'
  | 'join-timeout'
  | 'connection-lost'
  | 'not-in-meeting'
  | 'fullscreen-unavailable'
  | 'internal';

/** The cases without a code of their own. They share a code with others and differ only in their messages. */
const SHARED_CODES = {
  'opaque-without-number': 'invalid-meeting',
  'granted-number': 'invalid-meeting',
  'wrong-timeout': 'invalid-options',
  'wrong-grant': 'signature-missing',
  'endpoint-refused': 'signature-request-failed',
  'frame-reloaded': 'join-failed',
  'sdk-too-old': 'sdk-outdated',
  'meeting-over': 'not-in-meeting',
} as const;

export const codeOfCase = (what: FailureCase): ZoomJoinErrorCode =>
  what in SHARED_CODES ? SHARED_CODES[what as keyof typeof SHARED_CODES] : (what as FailureCode);

/**
 * The error that the session uses internally. It has facts but no messages, so that a join doesn't have to load the
 * messages.
 */
export class Failure extends Error {
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts) {
    super(facts.what);
    this.facts = facts;
  }
}

/** Creates a `Failure` for a case that has no facts of its own. */
export const failure = (what: FailureCase, value?: string | number, cause?: unknown): Failure =>
  new Failure({ what, value, cause });

/** Whether the browser knows that it is offline. `false` doesn't prove that it is online. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
