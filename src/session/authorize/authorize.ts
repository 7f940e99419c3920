import { Failure, failure } from '../../failures/failure.ts';
import type { ValidMeeting } from '../../meeting-reference/meeting-reference.ts';
import { beforeDeadline } from '../../utils/deadline.ts';
import type { MeetingOptions, RetryInput, SignatureRequest } from '../api/options.ts';
import { Credentials } from './credentials.ts';
import { readAnswer } from './read-grant.ts';

const SIGNATURE_TIMEOUT_MS = 15_000;

/** A try to join. */
export interface JoinRequest {
  readonly reason: SignatureRequest['reason'];
  /** Which try this is, counted from 1. */
  readonly number: number;
  readonly input: RetryInput;
  /** Somebody asked for it: it does not follow by itself on another try. */
  readonly isAsked: boolean;
}

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
