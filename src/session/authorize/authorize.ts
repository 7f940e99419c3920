import { Failure, failure } from '../../failures/failure.ts';
import type { ValidMeeting } from '../../meeting-reference/meeting-reference.ts';
import { beforeDeadline } from '../../utils/deadline.ts';
import { forgetMatch } from '../../utils/forget-match.ts';
import type { MeetingOptions, RetryInput, SignatureRequest } from '../api/options.ts';
import { Credentials } from './credentials.ts';
import { readAnswer } from './read-grant.ts';

const SIGNATURE_TIMEOUT_MS = 15_000;

/** A request for an attempt to join. */
export interface JoinRequest {
  readonly reason: SignatureRequest['reason'];
  /** The number of this attempt, counted from 1. */
  readonly number: number;
  readonly input: RetryInput;
  /** Whether the user or the app requested this attempt. `false` for an automatic retry. */
  readonly isAsked: boolean;
}

/** Calls the app's `getSignature` and checks what it returns. @throws {Failure} */
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
  forgetMatch();
  return credentials;
}

async function ask(options: MeetingOptions, signal: AbortSignal, request: SignatureRequest) {
  if (typeof options.getSignature !== 'function') throw failure('invalid-options');
  const timeout = options.timeouts?.signature ?? SIGNATURE_TIMEOUT_MS;
  // Not enumerable, because React serializes every argument of a server action and throws for a signal.
  const context = Object.defineProperty({}, 'signal', { value: signal }) as { signal: AbortSignal };
  // The async function turns a throw into a rejection. The timeout also covers the body of a Response.
  const answer = (async () => readAnswer(await options.getSignature(request, context)))();
  try {
    return await beforeDeadline(answer, timeout, signal, () => failure('signature-timeout', timeout / 1000));
  } catch (thrown) {
    throw signal.aborted || thrown instanceof Failure
      ? thrown
      : failure('signature-request-failed', undefined, thrown);
  }
}
