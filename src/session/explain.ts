import { explainMeetingProblem } from '../meeting/reference-problems.ts';
import { CASES, type Case, LOAD_CASES } from './cases.ts';
import { joinError } from './codes.ts';
import { ZoomJoinError, type ZoomJoinErrorDetails } from './error.ts';
import { Failure, type FailureFacts, failure, isOffline } from './failure.ts';
import { explainZoom } from './zoom-codes.ts';

/** What went wrong, in words: for the app, the developer and the person. Loaded when something goes wrong. */
export function explain(thrown: unknown): ZoomJoinError {
  if (thrown instanceof ZoomJoinError) return thrown;
  const { facts } = thrown instanceof Failure ? thrown : failure('bug', undefined, thrown);
  return isOffline() && needsNetwork(facts) ? offline() : explainFacts(facts);
}

function explainFacts(facts: FailureFacts): ZoomJoinError {
  switch (facts.what) {
    case 'meeting': {
      const { message, hint } = explainMeetingProblem(facts.problem);
      return joinError('invalid-meeting', message, { hint });
    }
    case 'signature': {
      const { code, message, hint } = facts.problem;
      return code === 'expired'
        ? joinError('signature-expired', `\`getSignature\` returned an expired signature. ${message}`, {
            hint,
          })
        : joinError('signature-invalid', `\`getSignature\` returned one that cannot work. ${message}`, {
            hint,
          });
    }
    case 'zoom':
      return explainZoom(facts);
    case 'load':
      return fromCase(
        LOAD_CASES[facts.problem],
        facts.directive === undefined ? facts.src : `${facts.src} (${facts.directive})`,
      );
    default:
      return fromCase(CASES[facts.what], facts.value, facts);
  }
}

const fromCase = (
  [code, message, hint]: Case,
  value: string | number = '',
  { zoomCode, cause }: Pick<ZoomJoinErrorDetails, 'zoomCode' | 'cause'> = {},
): ZoomJoinError =>
  joinError(
    code,
    message.replace('#', () => String(value)),
    { hint, ...(zoomCode === undefined ? {} : { zoomCode }), ...(cause === undefined ? {} : { cause }) },
  );

const needsNetwork = (facts: FailureFacts): boolean =>
  facts.what === 'endpoint-unreachable' ||
  facts.what === 'chunk' ||
  (facts.what === 'zoom' && facts.said.errorCode === -3000) ||
  (facts.what === 'load' && (facts.problem === 'failed' || facts.problem === 'timeout'));

const offline = (): ZoomJoinError =>
  joinError('offline', 'The browser is offline.', {
    hint: 'Let the person try again; `online` events of the window tell when that makes sense.',
  });
