import * as v from 'valibot';

/** What the browser asks for. It is a wish: what is granted, `authorize` decides. */
export interface SignatureAsk {
  /** The `meeting` the page has: its number, or a name of your own. */
  meeting: string;
  /** 0: participant, 1: host. */
  role: 0 | 1;
  /** Why it asks: for the first time, again, or because Zoom refused the last one as expired. */
  reason: 'join' | 'retry' | 'expired';
}

/** A refusal before anybody was asked: an HTTP status and a constant code and message. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const LONGEST_REFERENCE = 200;

const Ask = v.object({
  meeting: v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0))]),
    v.transform((meeting) => String(meeting).trim()),
    v.minLength(1),
    v.maxLength(LONGEST_REFERENCE),
  ),
  role: v.optional(v.picklist([0, 1]), 0),
  reason: v.optional(v.picklist(['join', 'retry', 'expired']), 'join'),
});

/** Reads a request's body. @throws {Refusal} with 405, 413, 415 or 400 */
export async function readAsk(request: Request, bodyLimit: number): Promise<SignatureAsk> {
  if (request.method !== 'POST') throw new Refusal(405, 'method-not-allowed', 'Only POST is answered.');
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Refusal(415, 'unsupported-media-type', 'The body must be application/json.');
  }
  const text = await readText(request, bodyLimit);
  const parsed = v.safeParse(Ask, parseJson(text));
  if (!parsed.success) {
    throw new Refusal(
      400,
      'bad-request',
      'The body must be { "meeting": string, "role"?: 0 | 1, "reason"?: string }.',
    );
  }
  return parsed.output;
}

/** Counts while it reads: a Content-Length can lie. */
async function readText(request: Request, limit: number): Promise<string> {
  const reader = request.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > limit) throw new Refusal(413, 'body-too-large', 'The body is too large.');
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    await reader.cancel().catch(() => {});
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'bad-request', 'The body could not be read as UTF-8 text.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
