import * as v from 'valibot';
import { digitsOf, isMeetingNumber } from '../../meeting-reference/digits.ts';
import { numberInUrl, zoomUrlOf } from '../../meeting-reference/join-url.ts';
import { beforeDeadline } from '../../utils/deadline.ts';
import { ownFields } from '../own-fields.ts';
import { Refusal } from '../reply.ts';

/** What the browser asks for. It is only a request: `authorize` decides what to grant. */
export interface SignatureAsk {
  /**
   * The meeting that the page asks for: 9 to 11 digits, or a name of your own. It never contains a passcode, not
   * even the one of a join URL.
   */
  meeting: string;
  /** The same digits. Absent if `meeting` is a name of your own. */
  meetingNumber?: string;
  /** The role that the page asks for. It has no effect unless the grant has it too. Default: `'participant'`. */
  role: 'participant' | 'host';
  /**
   * Why the browser asks: the first join, a retry, or because Zoom refused the last signature as expired. Default:
   * `'join'`.
   */
  reason: 'join' | 'retry' | 'expired';
}

/** In characters. Longer than any name or join URL needs to be. */
const LONGEST_REFERENCE = 1_000;

const Reference = v.union([v.pipe(v.string(), v.maxLength(LONGEST_REFERENCE)), v.number()]);
const Flag = v.picklist([0, 1]);
/**
 * The body that `getSignature` sends, or that of Zoom's sample, which has no `meeting`. Other fields are dropped.
 */
const Body = v.object(
  ownFields({
    meeting: v.optional(Reference),
    meetingNumber: v.optional(Reference),
    role: v.optional(Flag),
    videoWebRtcMode: v.optional(Flag),
    reason: v.optional(v.picklist(['join', 'retry', 'expired']), 'join'),
  }),
);

export interface ReadOptions {
  /** The largest body, in bytes. */
  readonly limit: number;
  /** How long the whole body may take, in ms. */
  readonly timeout: number;
}

/**
 * Reads a request.
 *
 * @throws {Refusal} if the request is invalid
 * @throws {TypeError} if the body has already been read
 */
export async function readAsk(
  request: Request,
  options: ReadOptions,
): Promise<{ ask: SignatureAsk; videoWebRtcMode: 0 | 1 | undefined }> {
  if (request.method !== 'POST') throw new Refusal('method-not-allowed', { headers: { allow: 'POST' } });
  // This also protects against CSRF: a form on another site cannot send this type with the user's cookies, though
  // it can send text/plain.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('unsupported-media-type');
  if (request.bodyUsed || request.body?.locked) {
    throw new TypeError(
      'createSignatureHandler: the body has been read already. Hand over request.clone(), made before.',
    );
  }
  const parsed = v.safeParse(Body, ownFields(await readJson(request, options)));
  if (!parsed.success) throw new Refusal('invalid-request');
  const { meetingNumber, meeting = meetingNumber, role, videoWebRtcMode, reason } = ownFields(parsed.output);
  if (meeting === undefined) throw new Refusal('invalid-request');

  const number = numberIn(meeting);
  // Otherwise `authorize` could check one of them while the signature is for the other.
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
 * Returns the meeting number, or `undefined` for a name of the app's own. A name may consist of digits if they are
 * not a meeting number.
 *
 * @throws {Refusal} if the value is neither
 */
function numberIn(meeting: string | number): string | undefined {
  const text = String(meeting).trim();
  const url = zoomUrlOf(text);
  // A negative number or a fraction contains characters other than digits.
  const number = url ? numberInUrl(url) : typeof meeting === 'number' ? text : digitsOf(text);
  if (number && isMeetingNumber(number)) return number;
  if (url || !text || typeof meeting === 'number') throw new Refusal('invalid-meeting');
  return undefined;
}

async function readJson(request: Request, options: ReadOptions): Promise<unknown> {
  // Don't read a body that declares itself too long. Other bodies are counted below.
  if (Number(request.headers.get('content-length')) > options.limit) throw new Refusal('body-too-large');
  try {
    return JSON.parse(await readText(request, options));
  } catch (error) {
    // The body was cut off by the network, or is not UTF-8 or not JSON.
    throw error instanceof Refusal ? error : new Refusal('invalid-json');
  }
}

async function readText({ body }: Request, { limit, timeout }: ReadOptions): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const late = () =>
    new Refusal('request-timeout', {
      cause: new Error(
        `createSignatureHandler: a body did not arrive within ${timeout} ms (\`timeouts.body\`), and got a 408.`,
      ),
    });
  try {
    return await beforeDeadline(readAll(reader, limit), timeout, undefined, late);
  } catch (error) {
    // Not awaited: a stream may stop late, or never.
    void reader.cancel().catch(() => {});
    throw error;
  }
}

/** Counts while reading, because a Content-Length can be wrong or missing. */
async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) throw new Refusal('body-too-large');
    text += decoder.decode(value, { stream: true });
  }
}
