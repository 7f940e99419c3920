import { isMeetingNumber } from './digits.ts';

/** The contents of a join URL. */
export interface MeetingLink {
  readonly meetingNumber: string;
  /** The `pwd` parameter, which is usually encrypted. */
  readonly password: string | null;
  /** Registration token. */
  readonly tk: string | null;
}

/** Why a Zoom URL contains no usable meeting number. */
export type LinkProblem = 'personal' | 'registration' | 'recording' | 'no-number' | 'wrong-number';

/**
 * Zoom, Zoom for Government, Telekom and Zoom China; each with an optional vanity or data centre name before it.
 */
const ZOOM_HOST = /(^|\.)(zoom\.us|zoom\.com|zoomgov\.com|zoom-x\.de|zoom\.com\.cn)$/;
/** Opens the Zoom app: `zoommtg://zoom.us/join?confno=1&pwd=x`; on phones `zoomus:`. */
const APP_PROTOCOL = /^zoom(mtg|us):$/;
/**
 * `/j/1` meeting, `/w/1` webinar, `/s/1` start, `/launch/jc/1` chat; web client: `/wc/1/join`, `/wc/join/1`,
 * `/wc/1`.
 */
const NUMBER_PATH = /^\/(?:j|w|s|wc|launch\/jc)\/(?:(?:join|start)\/)?(\d+)(?:\/|$)/;
const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
/** A host without a scheme, as people copy it. It has no user part: an email address is not a join URL. */
const BARE_HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i;

const NUMBERLESS: readonly (readonly [path: RegExp, problem: LinkProblem])[] = [
  [/^\/(?:my|u)\//, 'personal'],
  [/^\/(?:webinar|meeting)\/register(?:\/|$)/, 'registration'],
  [/^\/rec(?:\/|$)/, 'recording'],
];

/** Reads a Zoom URL. Returns `undefined` for any other text, including URLs of other sites. */
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

/** Returns the URL if it is one of Zoom's, or `undefined` for any other text. */
export function zoomUrlOf(text: string): URL | undefined {
  const url = toUrl(text);
  if (url === undefined) return undefined;
  const isWeb = /^https?:$/.test(url.protocol) && ZOOM_HOST.test(url.hostname);
  return isWeb || APP_PROTOCOL.test(url.protocol) ? url : undefined;
}

/**
 * Returns the meeting number in a Zoom URL. It consists of digits, except in the Zoom app's own URLs, where
 * `confno` may be anything.
 */
export const numberInUrl = (url: URL): string | null =>
  NUMBER_PATH.exec(url.pathname)?.[1] ?? url.searchParams.get('confno');

function toUrl(text: string): URL | undefined {
  if (!SCHEME.test(text) && !BARE_HOST.test(text)) return undefined;
  try {
    return new URL(SCHEME.test(text) ? text : `https://${text}`);
  } catch {
    return undefined;
  }
}
