import { failure } from '../../failures/failure.ts';
import { responsiveTime } from '../../utils/responsive-time.ts';
import type { JoinGrant } from '../api/options.ts';

/** How long a refusal waits for its reasons, in ms: first for the script that reads them, then for the body. */
const REASONS_MS = 3_000;

const FIELDS = [
  'signature',
  'meetingNumber',
  'password',
  'userName',
  'userEmail',
  'customerKey',
  'tk',
  'zak',
  'obfToken',
  'recordingToken',
] as const satisfies readonly (keyof JoinGrant)[];

/** A `JoinGrant` whose fields are strings or absent. */
export interface Grant extends Partial<Record<keyof JoinGrant, string>> {
  readonly signature: string;
}

/** Reads the grant that `getSignature` returned. @throws {Failure} */
export async function readAnswer(answer: unknown): Promise<Grant> {
  const given = isResponse(answer) ? await readResponse(answer) : answer;
  if (given === undefined || given === null || given === '') throw failure('signature-missing');
  if (typeof given === 'string') return { signature: given };
  if (typeof given !== 'object') throw failure('wrong-grant', '`the answer`');
  return readGrant(given as Record<string, unknown>);
}

/**
 * Reads the known fields. A field that is null counts as absent, and so does one of a polluted `Object.prototype`.
 * This is written by hand, because a validation library has ten times the code.
 */
function readGrant(given: Record<string, unknown>): Grant {
  const grant: Partial<Record<keyof JoinGrant, string>> = {};
  const wrong = FIELDS.filter((field) => {
    const value = field in {} && !Object.hasOwn(given, field) ? undefined : given[field];
    if (typeof value === 'string') grant[field] = value;
    else if (field === 'meetingNumber' && /number|bigint/.test(typeof value)) grant[field] = String(value);
    else return value != null || field === 'signature';
    return false;
  });
  const { signature } = grant;
  if (signature !== undefined && wrong.length === 0) return { ...grant, signature };
  throw failure('wrong-grant', wrong.map((field) => `\`${field}\``).join(', '));
}

async function readResponse(response: Response): Promise<unknown> {
  if (!response.ok) throw failure('endpoint-refused', response.status, await reasonsOf(response));
  const body = await response.text();
  // The body may be a JWT as text: three parts separated by dots.
  if (/^[\w-]+(\.[\w-]+){2}$/.test(body.trim())) return body.trim();
  try {
    return JSON.parse(body);
  } catch {
    throw failure('signature-unreadable');
  }
}

/**
 * Reads why the endpoint refused. This can't wait for the error's messages, because a failure ends the attempt, whose
 * signal aborts the response.
 */
const reasonsOf = (response: Response): Promise<string | undefined> =>
  Promise.race([
    responsiveTime(REASONS_MS),
    import('../../failures/words/explain.ts').then(({ readReasons }) => readReasons(response)),
  ]).catch(() => undefined);

/** Also recognises a Response from another window, and the fake one of a test. */
const isResponse = (answer: unknown): answer is Response =>
  typeof answer === 'object' &&
  answer !== null &&
  'ok' in answer &&
  'text' in answer &&
  typeof answer.text === 'function';
