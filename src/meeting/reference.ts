/**
 * Which meeting: its number (digits, with spaces or dashes as people write them), a join URL, both parts, or any
 * other string, which is a name of the app's own.
 */
export type MeetingReference =
  | string
  | number
  | { meetingNumber: string | number; password?: string | undefined };

/** What a reference says. `problem` and `hint` never repeat the value: it may hold a passcode. */
export type ParsedMeeting =
  | {
      readonly kind: 'number';
      readonly meetingNumber: string;
      readonly password?: string;
      /** A URL's `pwd` is usually an encrypted form that the SDK refuses (devforum.zoom.us/t/43978). */
      readonly passwordFrom?: 'url';
      /** Registration token. */
      readonly tk?: string;
    }
  /** A name of the app's own: the grant must carry the meeting number. */
  | { readonly kind: 'opaque' }
  | { readonly kind: 'invalid'; readonly problem: string; readonly hint: string };

/** Zoom's meeting numbers have 9 to 11 digits. */
const NUMBER = /^\d{9,11}$/;
/** Digits as people and invitations write them: with spaces of any kind, dashes of any kind, dots. */
const WRITTEN_NUMBER = /^[\d\s\u2010-\u2015\u2212.-]+$/;
const ZOOM_HOST = /(^|\.)(zoom\.us|zoom\.com|zoomgov\.com|zoom\.com\.cn|zoom\.de)$/i;
/** `/j/1`, `/w/1`, `/s/1`, `/wc/1/join`, `/wc/join/1`, `/wc/1`. */
const NUMBER_PATH = /^\/(?:j|w|s|wc)\/(?:(?:join|start)\/)?(\d+)(?:\/|$)/;
const PERSONAL_PATH = /^\/(?:my|u|rec|webinar|meeting|schedule)(?:\/|$)/;

const HINT =
  'Pass the meeting number (9 to 11 digits), a join URL such as https://zoom.us/j/…, { meetingNumber, password }, or a name of your own that getSignature translates.';

const invalid = (problem: string, hint = HINT): ParsedMeeting => ({ kind: 'invalid', problem, hint });

/** Reads a `meeting` prop. Pure, and never throws. */
export function parseMeetingReference(reference: MeetingReference): ParsedMeeting {
  // Untyped apps pass anything.
  const given: unknown = reference;
  if (typeof given === 'number') return parseNumber(String(given));
  if (typeof given === 'string') return parseText(given.trim());
  if (typeof given !== 'object' || given === null) return invalid('`meeting` is missing.');

  const { meetingNumber, password } = given as Record<string, unknown>;
  if (typeof meetingNumber !== 'string' && typeof meetingNumber !== 'number') {
    return invalid('`meeting.meetingNumber` is missing.');
  }
  if (password !== undefined && typeof password !== 'string') {
    return invalid('`meeting.password` must be a string.', 'Pass the plain passcode, or leave it out.');
  }
  const parsed = parseNumber(String(meetingNumber).trim());
  return parsed.kind === 'number' && password !== undefined ? { ...parsed, password } : parsed;
}

function parseText(text: string): ParsedMeeting {
  if (text === '') return invalid('`meeting` is empty.');
  if (WRITTEN_NUMBER.test(text)) return parseNumber(text);
  return parseUrl(text) ?? { kind: 'opaque' };
}

function parseNumber(text: string): ParsedMeeting {
  const meetingNumber = text.replace(/\D/g, '');
  if (!WRITTEN_NUMBER.test(text)) return invalid('`meeting` is not a meeting number.');
  if (!NUMBER.test(meetingNumber)) {
    return invalid(`\`meeting\` has ${meetingNumber.length} digits; a meeting number has 9 to 11.`);
  }
  return { kind: 'number', meetingNumber };
}

/** `undefined`: no URL of Zoom's. */
function parseUrl(text: string): ParsedMeeting | undefined {
  const url = toUrl(text);
  if (url === undefined) return undefined;
  if (url.protocol === 'zoommtg:' || url.protocol === 'zoomus:') {
    return fromUrl(url, url.searchParams.get('confno') ?? '');
  }
  if (!/^https?:$/.test(url.protocol) || !ZOOM_HOST.test(url.hostname)) return undefined;
  const number = NUMBER_PATH.exec(url.pathname)?.[1];
  if (number !== undefined) return fromUrl(url, number);
  if (PERSONAL_PATH.test(url.pathname)) {
    return invalid(
      '`meeting` is a Zoom link without a meeting number (a personal, registration or recording link).',
      'The SDK needs the number: open the link once and take it from the meeting’s details, or ask Zoom’s API for it.',
    );
  }
  return invalid('`meeting` is a Zoom link, but no meeting number is in it.');
}

function fromUrl(url: URL, number: string): ParsedMeeting {
  const parsed = parseNumber(number);
  if (parsed.kind !== 'number')
    return invalid('The link in `meeting` has no meeting number of 9 to 11 digits.');
  const password = url.searchParams.get('pwd');
  const tk = url.searchParams.get('tk');
  return {
    ...parsed,
    ...(password ? { password, passwordFrom: 'url' as const } : {}),
    ...(tk ? { tk } : {}),
  };
}

function toUrl(text: string): URL | undefined {
  for (const candidate of [text, `https://${text}`]) {
    // `URL.canParse` is newer than some browsers of the last two years.
    try {
      const url = new URL(candidate);
      if (candidate !== text || /^[a-z]+:\/\//i.test(text)) return url;
    } catch {
      // Not a URL in this form.
    }
  }
  return undefined;
}
