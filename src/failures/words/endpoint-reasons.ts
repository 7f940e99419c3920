import { REDACTED } from '../../sdk/secrets/redact.ts';
import { forgetMatch } from '../../utils/forget-match.ts';
import { responsiveTime } from '../../utils/responsive-time.ts';

/** How long to read a body. What has not arrived by then is cancelled. */
const READ_MS = 1_000;
/** The longest body to read, in characters. A longer one is cancelled. */
const LONGEST_BODY = 16_384;
/** The longest text for the hint, in characters. */
const LONGEST = 200;

/**
 * Reads why an endpoint refused a request, from a JSON body with `error`, `message` or `errors`. Resolves to one
 * short line without secrets, or to an empty string if the body says nothing of the kind. Never rejects.
 */
export async function readReasons(response: Response): Promise<string> {
  try {
    return reasonsIn(JSON.parse(await startOf(response)));
  } catch {
    return '';
  }
}

/** The same for what an HTTP client has thrown: axios keeps the parsed body in `response.data`, ofetch in `data`. */
export function reasonsOfThrown(thrown: unknown): string {
  try {
    const { data, response } = fieldsOf(thrown);
    return reasonsIn(data ?? fieldsOf(response)['data']);
  } catch {
    return '';
  }
}

async function startOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  // The fake response of a test may have no body.
  if (reader === undefined) return response.text();
  const decoder = new TextDecoder();
  const cancel = () => void reader.cancel().catch(() => {});
  void responsiveTime(READ_MS).then(cancel);
  try {
    let text = '';
    while (text.length <= LONGEST_BODY) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += decoder.decode(value, { stream: true });
    }
    return '';
  } finally {
    cancel();
  }
}

function reasonsIn(body: unknown): string {
  const { error, message, errors } = fieldsOf(body);
  const reasons = new Set([error, message, errors].flatMap(textsOf));
  const line = [...reasons].join('; ');
  forgetMatch();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** Only these fields are read, because others may hold anything: a stack, the request, a database row. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.slice(0, 20).flatMap((one) => (Array.isArray(one) ? [] : textsOf(one)));
  if (typeof value !== 'object') return [clean(value)].filter(Boolean);
  const { property, code, reason, message } = fieldsOf(value);
  const text = [property, code, reason, message].map(clean).filter(Boolean).join(': ');
  return text === '' ? [] : [text];
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A tag, what is left of one, and everything that is no visible character. */
const MARKUP = /<[^<>]*>|[<>]/g;
const UNSEEN = /[\p{C}\s]+/gu;
/** What may be a meeting number, however it is grouped. */
const NUMBER = /\p{Nd}(?:[^\p{L}\p{N}]{0,3}\p{Nd}){8,}/gu;
/** What may be a signature, or another token. Names are as long, but have no digits. */
const JWT = /\beyJ[\w-]*(?:\.[\w-]*)*/g;
const LONG = /[\w+/=-]{12,}/g;
const isToken = (text: string): boolean => text.length >= 32 || /\d/.test(text);
/** A passcode, or another secret, after its name. */
const NAMED =
  /\b(\w*(?:pass(?:word|code)|pwd|secret|token|signature|zak|tk)["'`]?)(\s*[:=]\s*\S+|\W{1,3}\S*\d\S*)/gi;

const clean = (text: unknown): string =>
  typeof text !== 'string'
    ? ''
    : text
        .slice(0, LONGEST_BODY)
        .replace(MARKUP, ' ')
        .replace(UNSEEN, ' ')
        .replace(JWT, REDACTED)
        .replace(LONG, (found) => (isToken(found) ? REDACTED : found))
        .replace(NUMBER, REDACTED)
        .replace(NAMED, `$1 ${REDACTED}`)
        .trim();
