import * as v from 'valibot';
import type { ParsedMeeting } from '../meeting/reference.ts';
import { inspectSignature } from '../meeting/signature.ts';
import { beforeDeadline } from '../sdk/deadline.ts';
import { Credentials } from './credentials.ts';
import { ZoomJoinError } from './error.ts';
import { signatureProblem } from './failures.ts';
import { joinError } from './join-error.ts';
import type { JoinGrant, MeetingOptions, SignatureRequest } from './options.ts';

const SIGNATURE_TIMEOUT_MS = 15_000;

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

interface AuthorizeContext {
  options: MeetingOptions;
  reason: SignatureRequest['reason'];
  number: number;
  signal: AbortSignal;
}

/** Asks the app's `getSignature` and checks what it returns. @throws {ZoomJoinError} */
export async function authorize(
  { options, reason, number, signal }: AuthorizeContext,
  parsed: ParsedMeeting,
): Promise<Credentials> {
  const role = options.role === 'host' ? 1 : 0;
  const answer = await ask(options, signal, {
    meeting: options.meeting,
    ...(parsed.kind === 'number' ? { meetingNumber: parsed.meetingNumber } : {}),
    role,
    reason,
    attempt: number,
    signal,
  });
  const credentials = new Credentials(options.meeting, parsed, readGrant(answer), options);
  const { meetingNumber } = credentials;
  if (meetingNumber === '') {
    throw joinError(
      'invalid-meeting',
      '`meeting` is a name of your own, so `getSignature` must return the `meetingNumber` too.',
      {
        hint: 'Let your endpoint answer { signature, meetingNumber, password? }, or pass the meeting number as `meeting`.',
      },
    );
  }
  if (!/^\d{9,11}$/.test(meetingNumber)) {
    throw joinError(
      'invalid-meeting',
      'The `meetingNumber` that `getSignature` returned does not have 9 to 11 digits.',
      {
        hint: 'Return the number from the invitation or from Zoom’s API, without its join URL.',
      },
    );
  }
  const report = inspectSignature(credentials.signature, { meetingNumber, role });
  const problem = report.problems.find(({ fatal }) => fatal);
  if (problem !== undefined) throw signatureProblem(problem);
  return credentials;
}

async function ask(
  options: MeetingOptions,
  signal: AbortSignal,
  request: SignatureRequest,
): Promise<unknown> {
  if (typeof options.getSignature !== 'function') {
    throw joinError('invalid-options', '`getSignature` must be a function that returns the signature.', {
      hint: 'Pass getSignature={async ({ meetingNumber, role, signal }) => …} that asks your endpoint.',
    });
  }
  const timeout = options.timeouts?.signature ?? SIGNATURE_TIMEOUT_MS;
  // In a promise of its own, so that a throw is a rejection.
  const answer = new Promise((resolve) => resolve(options.getSignature(request)));
  try {
    return await beforeDeadline(answer, timeout, signal, () =>
      joinError('signature-request-failed', `\`getSignature\` did not answer within ${timeout / 1000} s.`, {
        retryable: true,
        hint: 'Check your signature endpoint; `timeouts.signature` allows it more time.',
      }),
    );
  } catch (cause) {
    if (cause instanceof ZoomJoinError || signal.aborted) throw cause;
    throw joinError('signature-request-failed', '`getSignature` threw instead of returning a signature.', {
      cause,
      retryable: true,
      hint: 'Look at `cause`: is your endpoint reachable, and does it let this person in?',
    });
  }
}

function readGrant(answer: unknown): JoinGrant {
  if (answer === undefined || answer === null || answer === '') {
    throw joinError('signature-missing', '`getSignature` returned no signature.', {
      retryable: true,
      hint: 'Return the JWT as a string, or { signature, … }. Is a `return` or an `await` missing?',
    });
  }
  const parsed = v.safeParse(Grant, typeof answer === 'string' ? { signature: answer } : answer);
  if (parsed.success) return parsed.output;
  const fields = parsed.issues.map((issue) => `\`${v.getDotPath(issue) ?? 'the answer'}\``).join(', ');
  throw joinError(
    'signature-missing',
    `\`getSignature\` returned something else than a signature: see ${fields}.`,
    {
      hint: 'Return the JWT as a string, or { signature: string, meetingNumber?: string, password?: string, … }. With fetch: `return response.json()`.',
    },
  );
}
