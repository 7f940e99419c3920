import { digitsOf, isMeetingNumber } from './digits.ts';
import { parseMeetingUrl } from './url.ts';

/**
 * Which meeting: its number (9 to 11 digits, with spaces or dashes as people write them), a join URL of Zoom's, number
 * and passcode, or any other string, which is a name of the app's own that its endpoint translates.
 */
export type MeetingReference =
  | string
  | number
  | {
      meetingNumber: string | number;
      /** The plain passcode, not the encrypted `pwd` of a join URL. Default: none. */
      password?: string | undefined;
    };

export interface MeetingNumber {
  readonly kind: 'number';
  /** 9 to 11 digits, nothing else. */
  readonly meetingNumber: string;
  readonly password?: string;
  /**
   * The password is a join URL's `pwd`: usually an encrypted form, which the SDK refuses with 3004
   * (devforum.zoom.us/t/43978).
   */
  readonly passwordFrom?: 'url';
  /** Registration token. */
  readonly tk?: string;
}

/** `problem` and `hint` never repeat the value given: it may hold a number and a passcode. */
export interface InvalidMeeting {
  readonly kind: 'invalid';
  readonly problem: string;
  readonly hint: string;
}

/** What a reference says. `opaque`: a name of the app's own, so the grant must carry the meeting number. */
export type ParsedMeeting = MeetingNumber | { readonly kind: 'opaque' } | InvalidMeeting;

const HINT =
  'Pass the meeting number (9 to 11 digits), a join URL such as https://zoom.us/j/…, { meetingNumber, password }, or a name of your own that getSignature translates.';

const invalid = (problem: string, hint = HINT): InvalidMeeting => ({ kind: 'invalid', problem, hint });

/** Reads a `meeting` prop. Pure, and never throws, whatever an untyped app passes. */
export function parseMeetingReference(reference: MeetingReference): ParsedMeeting {
  const given: unknown = reference;
  if (typeof given === 'string') return parseText(given.trim());
  if (typeof given === 'number') return parseNumber(given, '`meeting`');
  if (given === undefined || given === null) return invalid('`meeting` is missing.');
  if (typeof given !== 'object') return invalid('`meeting` is neither a string, a number nor an object.');

  const { meetingNumber, password } = given as Record<string, unknown>;
  if (password !== undefined && typeof password !== 'string') {
    return invalid('`meeting.password` is not a string.', 'Pass the plain passcode, or leave it out.');
  }
  const parsed = parseNumber(meetingNumber, '`meeting.meetingNumber`');
  return parsed.kind === 'number' && password ? { ...parsed, password } : parsed;
}

function parseText(text: string): ParsedMeeting {
  if (text === '') return invalid('`meeting` is empty.');
  if (digitsOf(text) !== undefined) return parseNumber(text, '`meeting`');
  return parseMeetingUrl(text) ?? { kind: 'opaque' };
}

function parseNumber(given: unknown, field: string): MeetingNumber | InvalidMeeting {
  if (given === undefined || given === null) return invalid(`${field} is missing.`);
  if (typeof given === 'number' ? !(Number.isSafeInteger(given) && given >= 0) : typeof given !== 'string') {
    return invalid(`${field} is no whole, positive number.`);
  }
  const digits = digitsOf(String(given));
  if (digits === undefined) return invalid(`${field} has other characters than digits, spaces and dashes.`);
  if (isMeetingNumber(digits)) return { kind: 'number', meetingNumber: digits };
  const count = digits.length === 1 ? '1 digit' : `${digits.length} digits`;
  return invalid(`${field} has ${count}; a meeting number has 9 to 11.`);
}
