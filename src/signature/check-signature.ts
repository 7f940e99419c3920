import { digitsOf } from '../meeting-reference/digits.ts';
import { forgetMatch } from '../utils/forget-match.ts';

export type SignatureProblemCode =
  | 'not-a-string'
  | 'empty'
  | 'html-page'
  | 'json-text'
  | 'not-a-jwt'
  | 'wrong-algorithm'
  | 'video-sdk-token'
  | 'app-key-missing'
  | 'secret-inside'
  | 'other-meeting'
  | 'other-role'
  | 'times-missing'
  | 'milliseconds'
  | 'expired'
  | 'not-yet-valid'
  | 'too-short'
  | 'too-long';

/** What is wrong, as a code. `explainSignature` adds the texts, which are loaded only when somebody needs them. */
export interface SignatureFinding {
  readonly code: SignatureProblemCode;
  /** A join with this signature cannot work, whatever the clock says. Otherwise the finding is only a warning. */
  readonly fatal: boolean;
  /** How long ago the signature expired, or how far in the future it was issued, in s. */
  readonly seconds?: number;
}

export interface ExpectedSignature {
  /** The meeting number that the signature must be for, with spaces and dashes or without. Default: any meeting. */
  meetingNumber?: string | undefined;
  /** The role that the signature should be for. Default: any role. */
  role?: 0 | 1 | undefined;
  /** The current time, in ms since 1970. Default: `Date.now()`. */
  now?: number | undefined;
}

/** Zoom's limits between `iat` and `exp`, in s (developers.zoom.us/docs/meeting-sdk/auth). */
const SHORTEST_LIFE = 1_800;
const LONGEST_LIFE = 172_800;
/** Clocks may differ by up to this many s: signers, including ours, set `iat` this far in the past. */
const CLOCK_TOLERANCE = 30;
/** In seconds, this is the year 5138. */
const MILLISECONDS = 1e11;

type Fields = Record<string, unknown>;
type Found = (SignatureFinding | false)[];

const fatal = (code: SignatureProblemCode): SignatureFinding => ({ code, fatal: true });
const warning = (code: SignatureProblemCode): SignatureFinding => ({ code, fatal: false });

/**
 * Checks a signature. A join does this in development, in production if there is an `onWarning` handler, and
 * whenever Zoom has refused the signature. It is pure and never throws. It cannot verify the secret.
 */
export function checkSignature(
  signature: unknown,
  expected: ExpectedSignature = {},
): readonly SignatureFinding[] {
  if (typeof signature !== 'string') return [fatal('not-a-string')];
  const found = check(signature.trim(), expected).filter((one) => one !== false);
  forgetMatch();
  return found;
}

function check(token: string, expected: ExpectedSignature): Found {
  const [head, body, mac, ...more] = token.split('.');
  const header = decode(head);
  const payload = decode(body);
  if (header === undefined || payload === undefined || mac === undefined || more.length > 0) {
    return [fatal(somethingElse(token))];
  }
  // An unsigned token (`alg: none`) has the second dot, but nothing after it.
  if (header['alg'] === 'HS256' && !/^[\w-]+$/.test(mac)) return [fatal('not-a-jwt')];
  return [
    header['alg'] !== 'HS256' && fatal('wrong-algorithm'),
    ...checkKeys(payload),
    expected.meetingNumber !== undefined &&
      textOf(payload['mn']) !== digitsOf(expected.meetingNumber) &&
      fatal('other-meeting'),
    expected.role !== undefined && textOf(payload['role']) !== String(expected.role) && warning('other-role'),
    ...checkTimes(payload, (expected.now ?? Date.now()) / 1000),
  ];
}

function somethingElse(token: string): SignatureProblemCode {
  if (token === '') return 'empty';
  if (token.startsWith('<')) return 'html-page';
  return /^[{["]/.test(token) ? 'json-text' : 'not-a-jwt';
}

function checkKeys(payload: Fields): Found {
  const isVideoSdk = 'tpc' in payload || 'app_key' in payload;
  const hasKey = typeof payload['appKey'] === 'string' && payload['appKey'] !== '';
  return [
    isVideoSdk ? fatal('video-sdk-token') : !hasKey && fatal('app-key-missing'),
    Object.keys(payload).some((name) => /secret/i.test(name)) && warning('secret-inside'),
  ];
}

function checkTimes({ iat, exp }: Fields, now: number): Found {
  if (typeof iat !== 'number' || typeof exp !== 'number') return [fatal('times-missing')];
  if (iat > MILLISECONDS || exp > MILLISECONDS) return [fatal('milliseconds')];
  const late = now - exp;
  const early = iat - now;
  const life = exp - iat;
  return [
    // These depend on the clock of this device, which may be wrong. Zoom decides by its own clock.
    late >= 0 && { ...warning('expired'), seconds: late },
    early > CLOCK_TOLERANCE && { ...warning('not-yet-valid'), seconds: early },
    life < SHORTEST_LIFE && warning('too-short'),
    life > LONGEST_LIFE && warning('too-long'),
  ];
}

/** `String(value)` would throw for `{ "toString": 1 }`, which a payload may contain. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? digitsOf(value) : undefined;

/** Decodes one part of a JWT: a JSON object in base64url. */
function decode(part: string | undefined): Fields | undefined {
  try {
    // This garbles non-ASCII text, which is fine here because no check reads any.
    const value: unknown = JSON.parse(atob((part ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
