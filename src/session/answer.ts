import * as v from 'valibot';
import { Failure, failure } from './failure.ts';
import type { JoinGrant } from './options.ts';

const text = v.optional(v.string());
const Grant = v.object({
  signature: v.string(),
  meetingNumber: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
  password: text,
  userName: text,
  userEmail: text,
  customerKey: text,
  tk: text,
  zak: text,
  obfToken: text,
  recordingToken: text,
});

/** Makes a grant of whatever `getSignature` returned. @throws {Failure} */
export async function readAnswer(answer: unknown): Promise<JoinGrant> {
  const given = isResponse(answer) ? await readResponse(answer) : answer;
  if (given === undefined || given === null || given === '') throw failure('no-signature');
  const parsed = v.safeParse(Grant, typeof given === 'string' ? { signature: given } : given);
  if (parsed.success) return parsed.output;
  const fields = parsed.issues.map((issue) => `\`${v.getDotPath(issue) ?? 'the answer'}\``);
  throw failure('wrong-grant', fields.join(', '));
}

/** What `getSignature` threw, as far as it tells why: fetch's own error, or that of a client with the HTTP status in it. */
export function readThrown(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  // fetch rejects with a TypeError when there is no answer at all; so does our own mistake in the callback.
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
    return failure('endpoint-unreachable', undefined, thrown);
  }
  const status = statusOf(thrown);
  return status === undefined ? failure('signature-threw', undefined, thrown) : refused(status, thrown);
}

async function readResponse(response: Response): Promise<unknown> {
  if (!response.ok) throw refused(response.status);
  const body = await response.text();
  // A bare JWT as text: three parts with dots between them.
  if (/^[\w-]+(\.[\w-]+){2}$/.test(body.trim())) return body.trim();
  try {
    return JSON.parse(body);
  } catch {
    throw failure('endpoint-unreadable');
  }
}

const refused = (status: number, cause?: unknown): Failure =>
  failure(
    status === 401 || status === 403
      ? 'endpoint-denied'
      : status >= 500
        ? 'endpoint-failed'
        : 'endpoint-refused',
    status,
    cause,
  );

/** Also that of another window, and of a stand-in that a test brings. */
const isResponse = (answer: unknown): answer is Response =>
  typeof answer === 'object' &&
  answer !== null &&
  'ok' in answer &&
  'text' in answer &&
  typeof answer.text === 'function';

/** `status`, or `response.status`: axios, ky and ofetch name it so. */
function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { status, response } = thrown as Record<string, unknown>;
  if (typeof status === 'number') return status;
  return response === undefined ? undefined : statusOf(response);
}
