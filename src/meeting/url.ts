import { isMeetingNumber } from './digits.ts';
import type { InvalidMeeting, MeetingNumber } from './reference.ts';

/** Zoom's own, Zoom for Government, Telekom's and China's; each with any vanity or data centre name before it. */
const ZOOM_HOST = /(^|\.)(zoom\.us|zoom\.com|zoomgov\.com|zoom-x\.de|zoom\.com\.cn)$/;
/** What opens the Zoom app: `zoommtg://zoom.us/join?confno=1&pwd=x`; `zoomus:` on phones. */
const APP_PROTOCOL = /^zoom(mtg|us):$/;
/** `/j/1` meeting, `/w/1` webinar, `/s/1` start, `/wc/1/join`, `/wc/join/1` and `/wc/1` web client, `/launch/jc/1` chat. */
const NUMBER_PATH = /^\/(?:j|w|s|wc|launch\/jc)\/(?:(?:join|start)\/)?(\d+)(?:\/|$)/;
const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
/** A host without a scheme, as people copy it. No user part: a mail address is nobody's join URL. */
const BARE_HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i;

type Numberless = readonly [path: RegExp, problem: string, hint: string];

/** Links of Zoom's that open a meeting without naming its number. */
const NUMBERLESS: readonly Numberless[] = [
  [
    /^\/(?:my|u)\//,
    '`meeting` is a personal link of Zoom’s, which names no meeting number.',
    'Pass the number: it stands in the invitation, in the host’s profile (Personal Meeting ID) and in Zoom’s API.',
  ],
  [
    /^\/(?:webinar|meeting)\/register(?:\/|$)/,
    '`meeting` is a registration link of Zoom’s, which names no meeting number.',
    'Pass the link that Zoom mails to the person who registered (/w/… with a tk), or the number and a `tk` from getSignature.',
  ],
  [
    /^\/rec(?:\/|$)/,
    '`meeting` is the link of a recording, not of a meeting.',
    'Pass the number or the join URL from the invitation.',
  ],
];
const NO_NUMBER: Numberless = [
  /^/,
  '`meeting` is a link of Zoom’s, but no meeting number is in it.',
  'Pass a join URL such as https://zoom.us/j/… with the number in it, or the number itself.',
];

/** Reads a URL of Zoom's; `undefined` for any other text, other sites' URLs included. */
export function parseMeetingUrl(text: string): MeetingNumber | InvalidMeeting | undefined {
  const url = toUrl(text);
  if (url === undefined) return undefined;
  const isWeb = /^https?:$/.test(url.protocol) && ZOOM_HOST.test(url.hostname);
  if (!isWeb && !APP_PROTOCOL.test(url.protocol)) return undefined;

  const number = NUMBER_PATH.exec(url.pathname)?.[1] ?? url.searchParams.get('confno') ?? undefined;
  if (number === undefined) return numberless(url.pathname);
  if (!isMeetingNumber(number)) {
    return {
      kind: 'invalid',
      problem: 'The number in the link that `meeting` is does not have 9 to 11 digits.',
      hint: 'Copy the whole link again, or pass the number from the invitation.',
    };
  }
  const password = url.searchParams.get('pwd');
  const tk = url.searchParams.get('tk');
  return {
    kind: 'number',
    meetingNumber: number,
    ...(password ? { password, passwordFrom: 'url' as const } : {}),
    ...(tk ? { tk } : {}),
  };
}

function numberless(path: string): InvalidMeeting {
  const [, problem, hint] = NUMBERLESS.find(([pattern]) => pattern.test(path)) ?? NO_NUMBER;
  return { kind: 'invalid', problem, hint };
}

function toUrl(text: string): URL | undefined {
  if (!SCHEME.test(text) && !BARE_HOST.test(text)) return undefined;
  // `URL.canParse` is newer than some of the browsers that the SDK supports.
  try {
    return new URL(SCHEME.test(text) ? text : `https://${text}`);
  } catch {
    return undefined;
  }
}
