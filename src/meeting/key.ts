import type { MeetingReference } from './reference.ts';

/**
 * The same for two references to one meeting, so that `{ meetingNumber, password }` written inline does not rejoin
 * at each render. For comparing in memory, never for showing: it holds the passcode.
 */
export function meetingKey(reference: MeetingReference): string {
  const { meetingNumber, password } =
    typeof reference === 'object' && reference !== null
      ? reference
      : { meetingNumber: reference, password: undefined };
  const written = String(meetingNumber);
  const number = /^[\d\s-]+$/.test(written) ? written.replace(/\D/g, '') : written;
  return JSON.stringify([number, password]);
}
