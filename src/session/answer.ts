import { failure } from './failure.ts';
import type { JoinGrant } from './options.ts';

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

/** Makes a grant of whatever `getSignature` returned. @throws {Failure} */
export async function readAnswer(answer: unknown): Promise<JoinGrant> {
  const given = isResponse(answer) ? await readResponse(answer) : answer;
  if (given === undefined || given === null || given === '') throw failure('no-signature');
  if (typeof given === 'string') return { signature: given };
  if (typeof given !== 'object') throw failure('wrong-grant', '`the answer`');
  return readGrant(given as Record<string, unknown>);
}

/** By hand: a library that checks shapes is ten times as much code as this one shape takes. */
function readGrant(given: Record<string, unknown>): JoinGrant {
  const grant: Partial<Record<keyof JoinGrant, string>> = {};
  const wrong = FIELDS.filter((field) => {
    const value = given[field];
    if (typeof value === 'string') grant[field] = value;
    else if (typeof value === 'number' && field === 'meetingNumber') grant[field] = String(value);
    else return value !== undefined || field === 'signature';
    return false;
  });
  const { signature } = grant;
  if (signature !== undefined && wrong.length === 0) return { ...grant, signature };
  throw failure('wrong-grant', wrong.map((field) => `\`${field}\``).join(', '));
}

async function readResponse(response: Response): Promise<unknown> {
  if (!response.ok) throw failure('endpoint-refused', response.status);
  const body = await response.text();
  // A bare JWT as text: three parts with dots between them.
  if (/^[\w-]+(\.[\w-]+){2}$/.test(body.trim())) return body.trim();
  try {
    return JSON.parse(body);
  } catch {
    throw failure('endpoint-unreadable');
  }
}

/** Also that of another window, and of a stand-in that a test brings. */
const isResponse = (answer: unknown): answer is Response =>
  typeof answer === 'object' &&
  answer !== null &&
  'ok' in answer &&
  'text' in answer &&
  typeof answer.text === 'function';
