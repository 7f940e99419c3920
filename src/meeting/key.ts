import { digitsOf } from './digits.ts';
import type { MeetingReference } from './reference.ts';

/**
 * The same for two references to one meeting, so that `{ meetingNumber, password }` written inline does not rejoin
 * at each render, nor a number written with other spaces. A URL equals only itself: reading it here would bring the
 * parser into the part of the bundle that loads before a join. For comparing in memory, never for showing: it holds
 * the passcode. Runs while rendering, so it never throws, whatever an untyped app passes.
 */
export function meetingKey(reference: MeetingReference): string {
  const given: unknown = reference;
  if (typeof given !== 'object' || given === null) return JSON.stringify([keyOf(given)]);
  const { meetingNumber, password } = given as Record<string, unknown>;
  const number = keyOf(meetingNumber);
  if (password === undefined || password === '') return JSON.stringify([number]);
  return JSON.stringify([number, typeof password === 'string' ? password : [typeof password]]);
}

function keyOf(given: unknown): unknown {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' ? digitsOf(given) || given.trim() : [typeof given];
}
