import * as v from 'valibot';
import { digitsOf, isMeetingNumber } from '../../meeting-reference/digits.ts';
import { numberInUrl, zoomUrlOf } from '../../meeting-reference/join-url.ts';
import { Refusal } from '../reply.ts';

/** What the browser asks for. It is a wish: `authorize` decides what is granted. */
export interface SignatureAsk {
  /**
   * Which meeting the page has: 9 to 11 digits, or the name of your own that it was given. A passcode never gets here,
   * not even that of a join URL.
   */
  meeting: string;
  /** The same digits; absent when `meeting` is a name of your own. */
  meetingNumber?: string;
  /** Counts for nothing until the grant says so too. Default: `'participant'`. */
  role: 'participant' | 'host';
  /** Why it asks: for the first time, again, or because Zoom refused the last one as expired. Default: `'join'`. */
  reason: 'join' | 'retry' | 'expired';
}

/** More than any name or join URL needs. In characters. */
const LONGEST_REFERENCE = 1_000;

const Reference = v.union([v.pipe(v.string(), v.maxLength(LONGEST_REFERENCE)), v.number()]);
const Flag = v.picklist([0, 1]);
/** The request of `getSignature`, and that of Zoom's sample, which has no `meeting`. Other fields are dropped. */
const Body = v.object({
  meeting: v.optional(Reference),
  meetingNumber: v.optional(Reference),
  role: v.optional(Flag),
  videoWebRtcMode: v.optional(Flag),
  reason: v.optional(v.picklist(['join', 'retry', 'expired']), 'join'),
});

/** Reads a request. @throws {Refusal}, or a TypeError if somebody has read the body before */
export async function readAsk(
  request: Request,
  bodyLimit: number,
): Promise<{ ask: SignatureAsk; videoWebRtcMode: 0 | 1 | undefined }> {
  if (request.method !== 'POST') throw new Refusal('method-not-allowed', { allow: 'POST' });
  // Not only tidiness: a form of another site cannot send this type with the user's cookies, unlike text/plain.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('unsupported-media-type');
  if (request.bodyUsed || request.body?.locked) {
    throw new TypeError(
      'createSignatureHandler: the body has been read already. Hand over request.clone(), made before.',
    );
  }
  const parsed = v.safeParse(Body, await readJson(request, bodyLimit));
  if (!parsed.success) throw new Refusal('invalid-request');
  const { meetingNumber, meeting = meetingNumber, role, videoWebRtcMode, reason } = parsed.output;
  if (meeting === undefined) throw new Refusal('invalid-request');

  const number = numberIn(meeting);
  // Otherwise `authorize` could look at the one while the signature is for the other.
  if (meetingNumber !== undefined && !(number && number === numberIn(meetingNumber))) {
    throw new Refusal('invalid-meeting');
  }
  const ask: SignatureAsk = {
    meeting: number ?? String(meeting).trim(),
    ...(number && { meetingNumber: number }),
    role: role === 1 ? 'host' : 'participant',
    reason,
  };
  return { ask, videoWebRtcMode };
}

/**
 * The number of a meeting, `undefined` for a name of the app's own, which may be digits too, if they are no meeting
 * number. @throws {Refusal}
 */
function numberIn(meeting: string | number): string | undefined {
  const text = String(meeting).trim();
  const url = zoomUrlOf(text);
  // A number that is negative or has a fraction is written with more than digits.
  const number = url ? numberInUrl(url) : typeof meeting === 'number' ? text : digitsOf(text);
  if (number && isMeetingNumber(number)) return number;
  if (url || !text || typeof meeting === 'number') throw new Refusal('invalid-meeting');
  return undefined;
}

async function readJson(request: Request, limit: number): Promise<unknown> {
  // Spares reading what says itself that it is too long. What doesn't is counted below.
  if (Number(request.headers.get('content-length')) > limit) throw new Refusal('body-too-large');
  try {
    return JSON.parse(await readText(request, limit));
  } catch (error) {
    // Cut off by the network, not UTF-8, or not JSON.
    throw error instanceof Refusal ? error : new Refusal('invalid-json');
  }
}

/** Counts while it reads: a Content-Length can lie, or be absent. */
async function readText(request: Request, limit: number): Promise<string> {
  const reader = request.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      // Not awaited: a stream may take its time to stop, or never do.
      void reader.cancel().catch(() => {});
      throw new Refusal('body-too-large');
    }
    text += decoder.decode(value, { stream: true });
  }
}
