import { explainMeetingProblem } from '../../meeting-reference/reference-problems.ts';
import { checkScript } from '../../sdk/loading/check-script.ts';
import type { LoadFacts } from '../../sdk/loading/load-sdk.ts';
import { withoutQuery } from '../../utils/without-query.ts';
import type { Classified } from '../classify.ts';
import type { CaseFacts } from '../failure.ts';
import type { ZoomJoinError, ZoomJoinErrorCode, ZoomJoinErrorDetails } from '../zoom-join-error.ts';
import { reasonsOfThrown } from './endpoint-reasons.ts';
import { joinError } from './for-people.ts';
import { CASES, CHANGED, FOUND_OUT, LOAD_CASES, type Words } from './our-words.ts';
import { explainZoom, wrongSignature } from './zoom-words.ts';

export { readReasons } from './endpoint-reasons.ts';
export { printReport } from './print-report.ts';

/**
 * Creates an error with messages for the app, the developer and the user. This module is loaded only when something
 * fails. The error may get a more exact code than the given one, if a request is needed to find it out.
 */
export async function explain({ code, facts }: Classified): Promise<ZoomJoinError> {
  if (code === 'offline') return offline();
  switch (facts.what) {
    case 'meeting': {
      const { message, hint } = explainMeetingProblem(facts.problem);
      return joinError(code, message, { hint });
    }
    case 'signature':
      return wrongSignature(facts.problem);
    case 'zoom':
      return explainZoom(code, facts);
    case 'load':
      return explainLoad(code, facts);
    default:
      return explainCase(code, facts);
  }
}

async function explainLoad(
  code: ZoomJoinErrorCode,
  { problem, src, directive, hasIntegrity }: LoadFacts,
): Promise<ZoomJoinError> {
  const state = problem === 'failed' ? (await checkScript(src)).state : undefined;
  if (state === 'offline') return offline();
  const file = withoutQuery(src);
  const value = directive === undefined ? file : `${file} (${directive})`;
  const found = state === 'fine' && hasIntegrity ? CHANGED : state && FOUND_OUT[state];
  if (found === undefined) return inWords(code, LOAD_CASES[problem], value);
  const [exactCode, ...words] = found;
  return inWords(exactCode, words, value);
}

/** For a refusal, adds to the hint what the endpoint said. */
function explainCase(code: ZoomJoinErrorCode, { what, value, cause }: CaseFacts): ZoomJoinError {
  const [message, hint] = CASES[what];
  const isRefusal = /endpoint|denied/.test(what);
  // The reasons of a `Response` have been read already. They are not what was thrown.
  const isRead = isRefusal && typeof cause === 'string';
  const said = isRead ? cause : isRefusal ? reasonsOfThrown(cause) : '';
  const words: Words = [message, said === '' ? hint : `The endpoint said: “${said}”. ${hint}`];
  return inWords(code, words, value, isRead ? {} : { cause });
}

const inWords = (
  code: ZoomJoinErrorCode,
  [message, hint]: Words,
  value: string | number = '',
  { cause }: Pick<ZoomJoinErrorDetails, 'cause'> = {},
): ZoomJoinError =>
  joinError(
    code,
    message.replace('#', () => String(value)),
    { hint, ...(cause === undefined ? {} : { cause }) },
  );

const offline = (): ZoomJoinError =>
  joinError('offline', 'The browser is offline.', {
    hint: 'In a meeting it is tried again as soon as there is a network, for `timeouts.reconnect`; before, for `timeouts.retry`.',
  });
