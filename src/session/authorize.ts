import type { ParsedMeeting } from '../meeting/reference.ts';
import { checkSignature } from '../meeting/signature-check.ts';
import { beforeDeadline } from '../sdk/deadline.ts';
import { readAnswer } from './answer.ts';
import { Credentials } from './credentials.ts';
import { Failure, failure } from './failure.ts';
import type { MeetingOptions, SignatureRequest } from './options.ts';

const SIGNATURE_TIMEOUT_MS = 15_000;

interface AuthorizeContext {
  options: MeetingOptions;
  reason: SignatureRequest['reason'];
  number: number;
  signal: AbortSignal;
}

/** Asks the app's `getSignature` and checks what it returns. @throws {Failure} */
export async function authorize(
  { options, reason, number, signal }: AuthorizeContext,
  parsed: ParsedMeeting,
): Promise<Credentials> {
  const role = options.role === 'host' ? 1 : 0;
  const grant = await ask(options, signal, {
    meeting: options.meeting,
    ...(parsed.kind === 'number' ? { meetingNumber: parsed.meetingNumber } : {}),
    role,
    reason,
    attempt: number,
    signal,
  });
  const credentials = new Credentials(options.meeting, parsed, grant, options);
  const { meetingNumber } = credentials;
  if (meetingNumber === '') throw failure('opaque-without-number');
  if (!/^\d{9,11}$/.test(meetingNumber)) throw failure('granted-number');
  const findings = checkSignature(credentials.signature, { meetingNumber, role });
  const problem = findings.find(({ fatal }) => fatal);
  if (problem !== undefined) throw new Failure({ what: 'signature', problem });
  credentials.doubts = findings;
  return credentials;
}

async function ask(options: MeetingOptions, signal: AbortSignal, request: SignatureRequest) {
  if (typeof options.getSignature !== 'function') throw failure('no-get-signature');
  const timeout = options.timeouts?.signature ?? SIGNATURE_TIMEOUT_MS;
  // Within an async function, so that a throw is a rejection; the body of a Response has to arrive in time as well.
  const answer = (async () => readAnswer(await options.getSignature(request)))();
  try {
    return await beforeDeadline(answer, timeout, signal, () => failure('signature-timeout', timeout / 1000));
  } catch (thrown) {
    throw signal.aborted || thrown instanceof Failure
      ? thrown
      : failure('signature-threw', undefined, thrown);
  }
}
