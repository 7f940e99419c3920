import type { MeetingProblem } from '../meeting-reference/reference-problems.ts';
import type { SdkFailure } from '../sdk/client/sdk-client.ts';
import type { BlockingProblem } from '../sdk/frame/environment.ts';
import type { SignatureFinding } from '../signature/check-signature.ts';
import type { ZoomJoinErrorCode } from './zoom-join-error.ts';

/** What went wrong: all that the code, the decision and the words are made of. Nothing in it holds a secret. */
export type FailureFacts =
  | { readonly what: 'meeting'; readonly problem: MeetingProblem }
  | { readonly what: 'signature'; readonly problem: SignatureFinding }
  /** What the SDK threw, or told of a meeting it has joined. */
  | {
      readonly what: 'zoom';
      readonly said: SdkFailure;
      readonly hasPasswordFromUrl: boolean;
      /** The person was in the meeting. */
      readonly hasJoined?: boolean | undefined;
      /** Finds what is wrong or doubtful about the signature: where Zoom refuses it, this may be why. */
      readonly inspect?: (() => Promise<readonly SignatureFinding[]>) | undefined;
    }
  | {
      readonly what: FailureCase;
      /** Stands in the message: a span of time in s, an HTTP status, the names of fields. */
      readonly value?: string | number | undefined;
      readonly cause?: unknown;
    };

/**
 * What goes wrong on our side or the app's, apart from what has facts of its own: a code of `ZoomJoinError`, or one of the
 * cases that share a code.
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

/** The cases that are told apart in their words alone. */
const SHARED_CODES = {
  'opaque-without-number': 'invalid-meeting',
  'granted-number': 'invalid-meeting',
  'wrong-timeout': 'invalid-options',
  'wrong-grant': 'signature-missing',
  'endpoint-refused': 'signature-request-failed',
  'frame-reloaded': 'join-failed',
  'meeting-over': 'not-in-meeting',
} as const;

export const codeOfCase = (what: FailureCase): ZoomJoinErrorCode =>
  what in SHARED_CODES ? SHARED_CODES[what as keyof typeof SHARED_CODES] : (what as FailureCode);

/** Thrown within the session: it has facts and no words, which would load with each join. */
export class Failure extends Error {
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts) {
    super(facts.what);
    this.facts = facts;
  }
}

/** Short for the cases without facts of their own. */
export const failure = (what: FailureCase, value?: string | number, cause?: unknown): Failure =>
  new Failure({ what, value, cause });

/** The browser knows of no network. That it knows of one proves nothing. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
