import { forgetMatch } from '../utils/forget-match.ts';
import { digitsOf, isMeetingNumber } from './digits.ts';
import { type MeetingLink, readMeetingUrl } from './join-url.ts';
import type { MeetingProblem } from './reference-problems.ts';

/**
 * Identifies a meeting: its number (9 to 11 digits, spaces and dashes allowed), a Zoom join URL, a number with its
 * passcode, or a name of your own that your endpoint translates into a number. Any string that is neither a number
 * nor a Zoom URL is a name. If your name consists of digits, pass it as `{ name }`.
 */
export type MeetingReference =
  | string
  | number
  | bigint
  | {
      meetingNumber: string | number | bigint;
      /** The plain passcode, not the encrypted `pwd` of a join URL. Default: none. */
      password?: string | null | undefined;
    }
  | {
      /** A name of your own. Ignored if there is also a `meetingNumber`. */
      name: string;
    };

interface MeetingNumber {
  readonly kind: 'number';
  /** 9 to 11 digits, nothing else. */
  readonly meetingNumber: string;
  readonly password?: string | undefined;
  /**
   * The password is the `pwd` of a join URL. It is usually encrypted, and then the SDK refuses it with 3004
   * (devforum.zoom.us/t/43978).
   */
  readonly passwordFrom?: 'url' | undefined;
  /** Registration token. */
  readonly tk?: string | undefined;
}

/** A name of the app's own: the grant must supply the meeting number. */
interface OpaqueMeeting {
  readonly kind: 'opaque';
  /** Trimmed. */
  readonly name: string;
}

interface InvalidMeeting {
  readonly kind: 'invalid';
  readonly problem: MeetingProblem;
}

export type ValidMeeting = MeetingNumber | OpaqueMeeting;

export type ParsedMeeting = ValidMeeting | InvalidMeeting;

const invalid = (
  code: MeetingProblem['code'],
  field: MeetingProblem['field'] = '`meeting`',
  count?: number,
): InvalidMeeting => ({
  kind: 'invalid',
  problem: { code, field, count },
});

/** Parses a `meeting` prop. It is pure, and does not throw for values that an untyped app may pass. */
export function parseMeetingReference(reference: MeetingReference): ParsedMeeting {
  const parsed = parse(reference);
  forgetMatch();
  return parsed;
}

function parse(given: unknown): ParsedMeeting {
  if (typeof given === 'string') return parseText(given.trim());
  if (typeof given === 'number' || typeof given === 'bigint') return parseNumber(given, '`meeting`');
  if (given == null) return invalid('missing');
  if (typeof given !== 'object') return invalid('type');

  const { meetingNumber, password, name } = given as Record<string, unknown>;
  // The number takes precedence: a database row may have a `name` of its own.
  if (meetingNumber == null && name != null) return parseName(name);
  if (password != null && typeof password !== 'string') return invalid('password-type');
  const parsed = parseNumber(meetingNumber, '`meeting.meetingNumber`');
  return parsed.kind === 'number' && password ? { ...parsed, password } : parsed;
}

/**
 * Returns the identity of a meeting. Two references have the same key if they name the same meeting, no matter how
 * they are written or which passcode they have. The key of an invalid reference says only what is wrong with it.
 * Doesn't throw.
 */
export function meetingKey(reference: MeetingReference): string {
  const parsed = parseMeetingReference(reference);
  if (parsed.kind === 'number') return parsed.meetingNumber;
  return parsed.kind === 'opaque' ? `=${parsed.name}` : `!${parsed.problem.code}`;
}

function parseText(text: string): ParsedMeeting {
  if (text === '') return invalid('empty');
  if (digitsOf(text) !== undefined) return parseNumber(text, '`meeting`');
  const link = readMeetingUrl(text);
  if (link === undefined) return { kind: 'opaque', name: text };
  return typeof link === 'string' ? invalid(link) : fromLink(link);
}

function parseName(given: unknown): ParsedMeeting {
  if (typeof given !== 'string') return invalid('name-type', '`meeting.name`');
  const name = given.trim();
  return name === '' ? invalid('empty', '`meeting.name`') : { kind: 'opaque', name };
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
  if (given == null) return invalid('missing', field);
  if (typeof given !== 'string' && !isWhole(given)) return invalid('not-whole', field);
  const digits = digitsOf(String(given));
  if (digits === undefined) return invalid('characters', field);
  return isMeetingNumber(digits)
    ? { kind: 'number', meetingNumber: digits }
    : invalid('digits', field, digits.length);
}

/** Also checks the sign, because `digitsOf` accepts a minus as a separator. */
const isWhole = (given: unknown): boolean =>
  typeof given === 'bigint' ? given >= 0 : Number.isSafeInteger(given) && Number(given) >= 0;
