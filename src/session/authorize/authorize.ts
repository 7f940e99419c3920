import { Failure, failure } from '../../failures/failure.ts';
import type { InvalidMeeting, ParsedMeeting } from '../../meeting-reference/meeting-reference.ts';
import { beforeDeadline } from '../../utils/deadline.ts';
import { readAnswer } from './read-grant.ts';
import type { JoinRequest } from '../attempt/attempt.ts';
import { Credentials } from './credentials.ts';
import type { MeetingOptions, SignatureRequest } from '../api/options.ts';

const SIGNATURE_TIMEOUT_MS = 15_000;

export type ValidMeeting = Exclude<ParsedMeeting, InvalidMeeting>;

/** Asks the app's `getSignature` and checks what it returns. @throws {Failure} */
export async function authorize(
  options: MeetingOptions,
  parsed: ValidMeeting,
  { reason, number, input }: JoinRequest,
  signal: AbortSignal,
): Promise<Credentials> {
  const role = options.role === 'host' ? 1 : 0;
  const grant = await ask(options, signal, {
    ...(parsed.kind === 'number'
      ? { meeting: parsed.meetingNumber, meetingNumber: parsed.meetingNumber }
      : { meeting: parsed.name }),
    role,
    videoWebRtcMode: 1,
    reason,
    attempt: number,
  });
  const credentials = new Credentials(options, parsed, grant, input);
  const { meetingNumber } = credentials;
  if (meetingNumber === '') throw failure('opaque-without-number');
  if (!/^\d{9,11}$/.test(meetingNumber)) throw failure('granted-number');
  return credentials;
}

async function ask(options: MeetingOptions, signal: AbortSignal, request: SignatureRequest) {
  if (typeof options.getSignature !== 'function') throw failure('invalid-options');
  const timeout = options.timeouts?.signature ?? SIGNATURE_TIMEOUT_MS;
  // Not enumerable: React encodes every argument of a server action, and throws for a signal.
  const context = Object.defineProperty({}, 'signal', { value: signal }) as { signal: AbortSignal };
  // Within an async function, so that a throw is a rejection; the body of a Response has to arrive in time as well.
  const answer = (async () => readAnswer(await options.getSignature(request, context)))();
  try {
    return await beforeDeadline(answer, timeout, signal, () => failure('signature-timeout', timeout / 1000));
  } catch (thrown) {
    throw signal.aborted || thrown instanceof Failure
      ? thrown
      : failure('signature-request-failed', undefined, thrown);
  }
}
