import { type LoadFacts, SdkLoadError } from '../sdk/loading/load-sdk.ts';
import { codeOfCase, Failure, type FailureFacts, isOffline } from './failure.ts';
import { lookCloser } from './refusal.ts';
import { codeOfZoom } from './zoom-codes.ts';
import { ZoomJoinError, type ZoomJoinErrorCode } from './zoom-join-error.ts';

/** A failure and its error code. This is enough to decide what happens next, without loading anything. */
export interface Classified {
  readonly code: ZoomJoinErrorCode;
  readonly facts: FailureFacts | ({ readonly what: 'load' } & LoadFacts);
}

/** The error code for each problem with loading the SDK. */
export const LOAD_CODES = {
  failed: 'sdk-load-failed',
  timeout: 'sdk-load-timeout',
  blocked: 'sdk-blocked-by-policy',
  'trusted-types': 'sdk-blocked-by-policy',
  'not-found': 'sdk-not-found',
} as const;

/** While the browser is offline, these codes are replaced by `offline`. */
const NEEDS_NETWORK =
  /^(connection-(failed|lost)|signature-unreachable|component-load-failed|sdk-load-(failed|timeout))$/;

/**
 * Determines the error code of what was thrown. This is synchronous, because what happens next must not wait for a
 * network that may be down.
 */
export function classify(thrown: unknown): Classified {
  const facts = factsOf(thrown);
  const code = codeOf(facts);
  return { code: NEEDS_NETWORK.test(code) && isOffline() ? 'offline' : code, facts };
}

/** This message for the user is not in the chunk with the others, because that can't be loaded while offline. */
export const OFFLINE = 'You seem to be offline. Please check your connection and try again.';

/**
 * Creates an error with general messages, for the time until the specific ones have loaded, and if they don't load.
 */
export function withoutWords({ code, facts }: Classified): ZoomJoinError {
  const zoomCode = facts.what === 'zoom' ? facts.said.errorCode : undefined;
  return new ZoomJoinError(code, `The meeting failed: ${code}${zoomCode ? ` (${zoomCode})` : ''}.`, {
    userMessage: code === 'offline' ? OFFLINE : 'The meeting can’t be joined right now. Please try again.',
    hint: `The words for it have not loaded. More: react-zoom-join/docs/errors.md#${code}`,
    retryable: true,
    ...(zoomCode !== undefined && { zoomCode }),
    ...('cause' in facts && facts.cause !== undefined && { cause: facts.cause }),
  });
}

function factsOf(thrown: unknown): Classified['facts'] {
  if (thrown instanceof SdkLoadError) return { what: 'load', ...thrown.facts };
  return thrown instanceof Failure ? lookCloser(thrown).facts : { what: 'internal', cause: thrown };
}

function codeOf(facts: Classified['facts']): ZoomJoinErrorCode {
  const { what } = facts;
  switch (what) {
    case 'meeting':
      return 'invalid-meeting';
    case 'signature':
      return 'signature-invalid';
    case 'zoom':
      return codeOfZoom(facts.said) ?? (facts.hasJoined ? 'connection-lost' : 'join-failed');
    case 'load':
      return LOAD_CODES[facts.problem];
    default:
      return codeOfCase(what);
  }
}
