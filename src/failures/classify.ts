import { type LoadFacts, SdkLoadError } from '../sdk/loading/load-sdk.ts';
import { codeOfCase, Failure, type FailureFacts, isOffline } from './failure.ts';
import { lookCloser } from './refusal.ts';
import { codeOfZoom } from './zoom-codes.ts';
import { ZoomJoinError, type ZoomJoinErrorCode } from './zoom-join-error.ts';

/** What went wrong, and the code for it: enough to decide what follows, with nothing to load. */
export interface Classified {
  readonly code: ZoomJoinErrorCode;
  readonly facts: FailureFacts | ({ readonly what: 'load' } & LoadFacts);
}

/** The code of each way in which the SDK does not load. */
export const LOAD_CODES = {
  failed: 'sdk-load-failed',
  timeout: 'sdk-load-timeout',
  blocked: 'sdk-blocked-by-policy',
  'trusted-types': 'sdk-blocked-by-policy',
  'not-found': 'sdk-not-found',
} as const;

/** Without a network they mean that there is none. */
const NEEDS_NETWORK =
  /^(connection-(failed|lost)|signature-unreachable|component-load-failed|sdk-load-(failed|timeout))$/;

/** Makes a code of what was thrown. At once: what follows must not wait for a network, which may be what is missing. */
export function classify(thrown: unknown): Classified {
  const facts = factsOf(thrown);
  const code = codeOf(facts);
  return { code: NEEDS_NETWORK.test(code) && isOffline() ? 'offline' : code, facts };
}

/** The one sentence for a person that must not have to load. */
export const OFFLINE = 'You seem to be offline. Please check your connection and try again.';

/** The error before its words have loaded, and where they don't. */
export function withoutWords({ code, facts }: Classified): ZoomJoinError {
  const zoomCode = facts.what === 'zoom' ? facts.said.errorCode : undefined;
  return new ZoomJoinError(code, `The meeting failed: ${code}${zoomCode ? ` (${zoomCode})` : ''}.`, {
    userMessage: code === 'offline' ? OFFLINE : 'The meeting can’t be joined right now. Please try again.',
    hint: 'The part of react-zoom-join that says more has not loaded. Every code stands in docs/errors.md.',
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
