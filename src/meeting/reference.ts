import { digitsOf, isMeetingNumber } from './digits.ts';
import { type LinkProblem, type MeetingLink, readMeetingUrl } from './url.ts';

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

const LINK_PROBLEMS: Record<LinkProblem, readonly [problem: string, hint: string]> = {
  personal: [
    '`meeting` is a personal link of Zoom’s, which names no meeting number.',
    'Pass the number: it stands in the invitation, in the host’s profile (Personal Meeting ID) and in Zoom’s API.',
  ],
  registration: [
    '`meeting` is a registration link of Zoom’s, which names no meeting number.',
    'Pass the link that Zoom mails to the person who registered (/w/… with a tk), or the number and a `tk` from getSignature.',
  ],
  recording: [
    '`meeting` is the link of a recording, not of a meeting.',
    'Pass the number or the join URL from the invitation.',
  ],
  'no-number': [
    '`meeting` is a link of Zoom’s, but no meeting number is in it.',
    'Pass a join URL such as https://zoom.us/j/… with the number in it, or the number itself.',
  ],
  'wrong-number': [
    'The number in the link that `meeting` is does not have 9 to 11 digits.',
    'Copy the whole link again, or pass the number from the invitation.',
  ],
};

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
  const link = readMeetingUrl(text);
  if (link === undefined) return { kind: 'opaque' };
  return typeof link === 'string' ? invalid(...LINK_PROBLEMS[link]) : fromLink(link);
}

function fromLink({ meetingNumber, password, tk }: MeetingLink): MeetingNumber {
  return {
    kind: 'number',
    meetingNumber,
    ...(password ? { password, passwordFrom: 'url' as const } : {}),
    ...(tk ? { tk } : {}),
  };
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
