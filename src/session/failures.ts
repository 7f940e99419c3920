import type { SignatureProblem } from '../meeting/signature.ts';
import type { ZoomJoinError } from './error.ts';
import { joinError } from './join-error.ts';

export const invalidMeeting = ({ problem, hint }: { problem: string; hint: string }): ZoomJoinError =>
  joinError('invalid-meeting', problem, { hint });

export const invalidUserName = (): ZoomJoinError =>
  joinError('invalid-user-name', '`userName` is empty.', {
    hint: 'Pass the name others should see, or let getSignature return one as `userName`.',
  });

export const signatureProblem = ({ code, message, hint }: SignatureProblem): ZoomJoinError =>
  code === 'expired'
    ? joinError('signature-expired', `\`getSignature\` returned an expired signature. ${message}`, {
        hint,
        retryable: true,
      })
    : joinError('signature-invalid', `\`getSignature\` returned a signature that cannot work. ${message}`, {
        hint,
      });

export const joinTimeout = (timeout: number): ZoomJoinError =>
  joinError('join-timeout', `Zoom did not answer within ${timeout / 1000} s.`, {
    retryable: true,
    hint: 'A firewall may hold back wss://*.zoom.us. `timeouts.join` allows a slow network more time.',
  });
