import { isMeetingNumber } from './digits.ts';

/** What a join URL holds. */
export interface MeetingLink {
  readonly meetingNumber: string;
  /** The `pwd`: usually encrypted. */
  readonly password: string | null;
  /** Registration token. */
  readonly tk: string | null;
}

/** Why a URL of Zoom's opens no meeting by its number. */
export type LinkProblem = 'personal' | 'registration' | 'recording' | 'no-number' | 'wrong-number';

/** Zoom's own, Zoom for Government, Telekom's and China's; each with any vanity or data centre name before it. */
const ZOOM_HOST = /(^|\.)(zoom\.us|zoom\.com|zoomgov\.com|zoom-x\.de|zoom\.com\.cn)$/;
/** What opens the Zoom app: `zoommtg://zoom.us/join?confno=1&pwd=x`; `zoomus:` on phones. */
const APP_PROTOCOL = /^zoom(mtg|us):$/;
/** `/j/1` meeting, `/w/1` webinar, `/s/1` start, `/wc/1/join`, `/wc/join/1` and `/wc/1` web client, `/launch/jc/1` chat. */
const NUMBER_PATH = /^\/(?:j|w|s|wc|launch\/jc)\/(?:(?:join|start)\/)?(\d+)(?:\/|$)/;
const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
/** A host without a scheme, as people copy it. No user part: a mail address is nobody's join URL. */
const BARE_HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i;

const NUMBERLESS: readonly (readonly [path: RegExp, problem: LinkProblem])[] = [
  [/^\/(?:my|u)\//, 'personal'],
  [/^\/(?:webinar|meeting)\/register(?:\/|$)/, 'registration'],
  [/^\/rec(?:\/|$)/, 'recording'],
];

/** Reads a URL of Zoom's; `undefined` for any other text, other sites' URLs included. */
export function readMeetingUrl(text: string): MeetingLink | LinkProblem | undefined {
  const url = zoomUrlOf(text);
  if (url === undefined) return undefined;
  const meetingNumber = numberInUrl(url);
  if (meetingNumber === null) {
    return NUMBERLESS.find(([path]) => path.test(url.pathname))?.[1] ?? 'no-number';
  }
  if (!isMeetingNumber(meetingNumber)) return 'wrong-number';
  return { meetingNumber, password: url.searchParams.get('pwd'), tk: url.searchParams.get('tk') };
}

/** A URL of Zoom's; `undefined` for any other text. */
export function zoomUrlOf(text: string): URL | undefined {
  const url = toUrl(text);
  if (url === undefined) return undefined;
  const isWeb = /^https?:$/.test(url.protocol) && ZOOM_HOST.test(url.hostname);
  return isWeb || APP_PROTOCOL.test(url.protocol) ? url : undefined;
}

/** What stands where a URL of Zoom's has its meeting number: digits, in the app's own URLs perhaps anything. */
export const numberInUrl = (url: URL): string | null =>
  NUMBER_PATH.exec(url.pathname)?.[1] ?? url.searchParams.get('confno');

function toUrl(text: string): URL | undefined {
  if (!SCHEME.test(text) && !BARE_HOST.test(text)) return undefined;
  // `URL.canParse` is newer than some of the browsers that the SDK supports.
  try {
    return new URL(SCHEME.test(text) ? text : `https://${text}`);
  } catch {
    return undefined;
  }
}
