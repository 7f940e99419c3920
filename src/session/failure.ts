import type { MeetingProblem } from '../meeting/reference-problems.ts';
import type { SignatureFinding } from '../meeting/signature-check.ts';
import type { SdkFailure } from '../sdk/client.ts';
import type { BlockingProblem } from '../sdk/environment.ts';

/** What went wrong, and what of it the explanation needs. Nothing in it holds a secret. */
export type FailureFacts =
  | { readonly what: 'meeting'; readonly problem: MeetingProblem }
  | { readonly what: 'signature'; readonly problem: SignatureFinding }
  /** What the SDK threw, or told of a meeting it has joined. */
  | {
      readonly what: 'zoom';
      readonly said: SdkFailure;
      readonly hasPasswordFromUrl: boolean;
      /** Finds what is wrong or doubtful about the signature: where Zoom refuses it, this may be why. */
      readonly inspect?: (() => Promise<readonly SignatureFinding[]>) | undefined;
    }
  | {
      readonly what: FailureCase;
      /** Stands in the message: a span of time in s, an HTTP status, the names of fields. */
      readonly value?: string | number | undefined;
      readonly zoomCode?: number | undefined;
      readonly cause?: unknown;
    };

/** What goes wrong on our side or the app's, apart from what has facts of its own. */
export type FailureCase =
  | BlockingProblem
  | 'no-get-signature'
  | 'no-user-name'
  | 'opaque-without-number'
  | 'granted-number'
  | 'signature-timeout'
  | 'signature-threw'
  | 'endpoint-unreachable'
  | 'endpoint-denied'
  | 'endpoint-refused'
  | 'endpoint-failed'
  | 'endpoint-unreadable'
  | 'no-signature'
  | 'wrong-grant'
  | 'join-timeout'
  | 'connection-lost'
  | 'no-meeting'
  | 'no-fullscreen'
  | 'chunk'
  | 'bug';

/**
 * Thrown within the session. The words for it load when something goes wrong, not with each join: see
 * `explain.ts`, which makes a `ZoomJoinError` of it.
 */
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
