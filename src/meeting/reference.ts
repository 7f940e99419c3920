import { digitsOf, isMeetingNumber } from './digits.ts';
import type { MeetingProblem } from './reference-problems.ts';
import { type MeetingLink, readMeetingUrl } from './url.ts';

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
  readonly password?: string | undefined;
  /**
   * The password is a join URL's `pwd`: usually an encrypted form, which the SDK refuses with 3004
   * (devforum.zoom.us/t/43978).
   */
  readonly passwordFrom?: 'url' | undefined;
  /** Registration token. */
  readonly tk?: string | undefined;
}

export interface InvalidMeeting {
  readonly kind: 'invalid';
  readonly problem: MeetingProblem;
}

/** What a reference says. `opaque`: a name of the app's own, so the grant must carry the meeting number. */
export type ParsedMeeting = MeetingNumber | { readonly kind: 'opaque' } | InvalidMeeting;

const invalid = (
  code: MeetingProblem['code'],
  field: MeetingProblem['field'] = '`meeting`',
  count?: number,
): InvalidMeeting => ({
  kind: 'invalid',
  problem: { code, field, count },
});

/** Reads a `meeting` prop. Pure, and never throws, whatever an untyped app passes. */
export function parseMeetingReference(reference: MeetingReference): ParsedMeeting {
  const given: unknown = reference;
  if (typeof given === 'string') return parseText(given.trim());
  if (typeof given === 'number') return parseNumber(given, '`meeting`');
  if (given === undefined || given === null) return invalid('missing');
  if (typeof given !== 'object') return invalid('type');

  const { meetingNumber, password } = given as Record<string, unknown>;
  if (password !== undefined && typeof password !== 'string') return invalid('password-type');
  const parsed = parseNumber(meetingNumber, '`meeting.meetingNumber`');
  return parsed.kind === 'number' && password ? { ...parsed, password } : parsed;
}

function parseText(text: string): ParsedMeeting {
  if (text === '') return invalid('empty');
  if (digitsOf(text) !== undefined) return parseNumber(text, '`meeting`');
  const link = readMeetingUrl(text);
  if (link === undefined) return { kind: 'opaque' };
  return typeof link === 'string' ? invalid(link) : fromLink(link);
}

function fromLink({ meetingNumber, password, tk }: MeetingLink): MeetingNumber {
  return {
    kind: 'number',
    meetingNumber,
    password: password || undefined,
    passwordFrom: password ? 'url' : undefined,
    tk: tk || undefined,
  };
}

function parseNumber(given: unknown, field: MeetingProblem['field']): MeetingNumber | InvalidMeeting {
  if (given === undefined || given === null) return invalid('missing', field);
  if (typeof given === 'number' ? !(Number.isSafeInteger(given) && given >= 0) : typeof given !== 'string') {
    return invalid('not-whole', field);
  }
  const digits = digitsOf(String(given));
  if (digits === undefined) return invalid('characters', field);
  return isMeetingNumber(digits)
    ? { kind: 'number', meetingNumber: digits }
    : invalid('digits', field, digits.length);
}
