import * as v from 'valibot';
import { digitsOf, isMeetingNumber } from '../meeting/digits.ts';
import { numberInUrl, zoomUrlOf } from '../meeting/url.ts';
import { Refusal } from './reply.ts';

/** What the browser asks for. It is a wish: what is granted, `authorize` decides. */
export interface SignatureAsk {
  /**
   * Which meeting the page has: its digits if it is a number or a join URL of Zoom's, otherwise the name of your own
   * that it was given. A passcode never gets here, not even a URL's.
   */
  meeting: string;
  /** The same digits; absent when `meeting` is a name of your own. */
  meetingNumber?: string;
  /** 0: participant, 1: host. Counts for nothing until the grant says so too. Default: 0. */
  role: 0 | 1;
  /** Why it asks: for the first time, again, or because Zoom refused the last one as expired. Default: `'join'`. */
  reason: 'join' | 'retry' | 'expired';
}

/** More than any name or join URL needs. In characters. */
const LONGEST_REFERENCE = 1_000;

const Reference = v.union([v.pipe(v.string(), v.maxLength(LONGEST_REFERENCE)), v.number()]);
/** Takes other fields and drops them: the request of `getSignature` has more, and newer versions may add some. */
const Ask = v.object({
  meeting: Reference,
  meetingNumber: v.optional(Reference),
  role: v.optional(v.picklist([0, 1]), 0),
  reason: v.optional(v.picklist(['join', 'retry', 'expired']), 'join'),
});

/** Reads a request. @throws {Refusal}, or a TypeError if somebody has read the body before */
export async function readAsk(request: Request, bodyLimit: number): Promise<SignatureAsk> {
  if (request.method !== 'POST') throw new Refusal('method-not-allowed', { allow: 'POST' });
  // Not only tidiness: a form of another site cannot send this type with the user's cookies, unlike text/plain.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('unsupported-media-type');
  if (request.bodyUsed || request.body?.locked) {
    throw new TypeError(
      'createSignatureHandler: the body has been read already. Hand over request.clone(), made before.',
    );
  }
  const parsed = v.safeParse(Ask, await readJson(request, bodyLimit));
  if (!parsed.success) throw new Refusal('invalid-request');
  const { meeting, meetingNumber, role, reason } = parsed.output;

  const number = numberIn(meeting);
  // Otherwise `authorize` could look at the one while the signature is for the other.
  if (meetingNumber !== undefined && (number === undefined || numberIn(meetingNumber) !== number)) {
    throw new Refusal('invalid-meeting');
  }
  return number === undefined
    ? { meeting: String(meeting).trim(), role, reason }
    : { meeting: number, meetingNumber: number, role, reason };
}

/**
 * The number of a meeting, `undefined` for a name of the app's own: what `parseMeetingReference` says in the browser,
 * without its texts. @throws {Refusal}
 */
function numberIn(meeting: string | number): string | undefined {
  const text = String(meeting).trim();
  // A number that is negative or has a fraction is written with more than digits.
  let digits = typeof meeting === 'number' ? text : digitsOf(text);
  if (digits === undefined) {
    const url = zoomUrlOf(text);
    if (url === undefined) return undefined;
    digits = numberInUrl(url) ?? '';
  }
  if (!isMeetingNumber(digits)) throw new Refusal('invalid-meeting');
  return digits;
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
