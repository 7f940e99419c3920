import type { LinkProblem } from './join-url.ts';

/** What is wrong with a `meeting`. It never contains the value, which may include a number and a passcode. */
export interface MeetingProblem {
  readonly code:
    | 'missing'
    | 'empty'
    | 'type'
    | 'password-type'
    | 'name-type'
    | 'not-whole'
    | 'characters'
    | 'digits'
    | LinkProblem;
  /** The prop, or a field of the object passed to it. */
  readonly field: '`meeting`' | '`meeting.meetingNumber`' | '`meeting.name`';
  /** For the code `digits`: the number of digits. */
  readonly count?: number | undefined;
}

type Text = readonly [problem: string, hint?: string];

const HINT =
  'Pass the meeting number (9 to 11 digits), a join URL such as https://zoom.us/j/…, { meetingNumber, password }, or a name of your own that getSignature translates.';

const DIGITS_HINT =
  "Pass the number from the invitation or its join URL. If these digits are a name of your own, pass meeting={{ name: '…' }}.";

const TEXTS: Record<Exclude<MeetingProblem['code'], 'digits'>, Text> = {
  missing: ['is missing.'],
  empty: ['is empty.'],
  type: ['is neither a string, a number nor an object.'],
  'password-type': ['has a `password` that is not a string.', 'Pass the plain passcode, or leave it out.'],
  'name-type': ['is not a string.', "Pass your own name of the meeting as text: meeting={{ name: '…' }}."],
  'not-whole': ['is no whole, positive number.'],
  characters: ['has other characters than digits, spaces and dashes.'],
  personal: [
    'is a personal link of Zoom’s, which names no meeting number.',
    'Pass the number: it stands in the invitation, in the host’s profile (Personal Meeting ID) and in Zoom’s API.',
  ],
  registration: [
    'is a registration link of Zoom’s, which names no meeting number.',
    'Pass the link that Zoom mails to the person who registered (/w/… with a tk), or the number and a `tk` from getSignature.',
  ],
  recording: [
    'is the link of a recording, not of a meeting.',
    'Pass the number or the join URL from the invitation.',
  ],
  'no-number': [
    'is a link of Zoom’s, but no meeting number is in it.',
    'Pass a join URL such as https://zoom.us/j/… with the number in it, or the number itself.',
  ],
  'wrong-number': [
    'is a link whose number does not have 9 to 11 digits.',
    'Copy the whole link again, or pass the number from the invitation.',
  ],
};

/** Describes the problem for the developer. */
export function explainMeetingProblem({ code, field, count = 0 }: MeetingProblem): {
  message: string;
  hint: string;
} {
  if (code === 'digits') {
    const digits = count === 1 ? '1 digit' : `${count} digits`;
    return { message: `${field} has ${digits}; a meeting number has 9 to 11.`, hint: DIGITS_HINT };
  }
  const [text, hint = HINT] = TEXTS[code];
  return { message: `${field} ${text}`, hint };
}
