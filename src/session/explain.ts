import { explainMeetingProblem } from '../meeting/reference-problems.ts';
import { checkScript, type ScriptState } from '../sdk/check-script.ts';
import { type LoadFacts, SdkLoadError } from '../sdk/load.ts';
import { CASES, type Case, LOAD_CASES, type LoadCase } from './cases.ts';
import { joinError } from './codes.ts';
import { printReport } from './development.ts';
import { ZoomJoinError, type ZoomJoinErrorDetails } from './error.ts';
import { Failure, type FailureFacts, isOffline } from './failure.ts';
import { isDevelopment } from './is-development.ts';
import type { MeetingOptions } from './options.ts';
import { lookCloser } from './refusal.ts';
import { explainZoom, wrongSignature } from './zoom-codes.ts';

/** What went wrong, in words: for the app, the developer and the person. Loaded when something goes wrong. */
export async function explain(thrown: unknown): Promise<ZoomJoinError> {
  if (thrown instanceof ZoomJoinError) return thrown;
  const facts = factsOf(thrown);
  if (isOffline() && needsNetwork(facts)) return offline();
  return facts.what === 'load' ? explainLoad(facts) : explainFacts(facts);
}

/** In development, tells the developer in the console. */
export function report(error: ZoomJoinError, options: MeetingOptions): void {
  if (isDevelopment()) void printReport(error, options);
}

type Facts = FailureFacts | ({ readonly what: 'load' } & LoadFacts);

function factsOf(thrown: unknown): Facts {
  if (thrown instanceof SdkLoadError) return { what: 'load', ...thrown.facts };
  return thrown instanceof Failure ? lookCloser(thrown).facts : { what: 'bug', cause: thrown };
}

/** What the script's second request tells. The rest leaves it at the failure. */
const FOUND_OUT: Partial<Record<ScriptState, LoadCase>> = {
  missing: 'missing',
  'no-javascript': 'no-javascript',
  blocked: 'shut-out',
};

async function explainLoad({ problem, src, directive }: LoadFacts): Promise<ZoomJoinError> {
  const state = problem === 'failed' ? (await checkScript(src)).state : undefined;
  if (state === 'offline') return offline();
  return fromCase(
    LOAD_CASES[(state && FOUND_OUT[state]) ?? problem],
    directive === undefined ? src : `${src} (${directive})`,
  );
}

function explainFacts(facts: FailureFacts): ZoomJoinError | Promise<ZoomJoinError> {
  switch (facts.what) {
    case 'meeting': {
      const { message, hint } = explainMeetingProblem(facts.problem);
      return joinError('invalid-meeting', message, { hint });
    }
    case 'signature':
      return wrongSignature(facts.problem);
    case 'zoom':
      return explainZoom(facts);
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

const needsNetwork = (facts: Facts): boolean =>
  facts.what === 'endpoint-unreachable' ||
  facts.what === 'chunk' ||
  (facts.what === 'zoom' && facts.said.errorCode === -3000) ||
  (facts.what === 'load' && (facts.problem === 'failed' || facts.problem === 'timeout'));

const offline = (): ZoomJoinError =>
  joinError('offline', 'The browser is offline.', {
    hint: 'Let the person try again; `online` events of the window tell when that makes sense.',
  });
