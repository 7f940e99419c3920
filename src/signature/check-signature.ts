import { digitsOf } from '../meeting-reference/digits.ts';

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

/** What is wrong, without words: `explainSignature` has them, and loads when somebody reads them. */
export interface SignatureFinding {
  readonly code: SignatureProblemCode;
  /** A join with it cannot work, whatever the clock says. The others are doubts. */
  readonly fatal: boolean;
  /** How long ago it expired, or how far ahead it was issued. */
  readonly seconds?: number;
}

export interface ExpectedSignature {
  /** Digits. Default: any meeting will do. */
  meetingNumber?: string | undefined;
  /** Default: any role will do. */
  role?: 0 | 1 | undefined;
  /** The clock, in ms since 1970. Default: `Date.now()`. */
  now?: number | undefined;
}

/** Zoom's limits between `iat` and `exp`, in s (developers.zoom.us/docs/meeting-sdk/auth). */
const SHORTEST_LIFE = 1_800;
const LONGEST_LIFE = 172_800;
/**
 * Clocks that differ by less, in s, are nobody's mistake: it is the head start that signers, ours too, give `iat`.
 */
const CLOCK_TOLERANCE = 30;
/** In seconds, this is the year 5138. */
const MILLISECONDS = 1e11;

type Fields = Record<string, unknown>;
type Found = (SignatureFinding | false)[];

const fatal = (code: SignatureProblemCode): SignatureFinding => ({ code, fatal: true });
const warning = (code: SignatureProblemCode): SignatureFinding => ({ code, fatal: false });

/** What a join looks over in development, and once Zoom has refused it. Pure, never throws, checks no secret. */
export function checkSignature(
  signature: unknown,
  expected: ExpectedSignature = {},
): readonly SignatureFinding[] {
  if (typeof signature !== 'string') return [fatal('not-a-string')];
  return check(signature.trim(), expected).filter((found) => found !== false);
}

function check(token: string, expected: ExpectedSignature): Found {
  const [head, body, mac, ...more] = token.split('.');
  const header = decode(head);
  const payload = decode(body);
  if (header === undefined || payload === undefined || mac === undefined || more.length > 0) {
    return [fatal(somethingElse(token))];
  }
  // An unsigned token (`alg: none`) has the dot, but nothing after it.
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
    // By this device's clock, which may be the one that is wrong: Zoom decides by its own.
    late >= 0 && { ...warning('expired'), seconds: late },
    early > CLOCK_TOLERANCE && { ...warning('not-yet-valid'), seconds: early },
    life < SHORTEST_LIFE && warning('too-short'),
    life > LONGEST_LIFE && warning('too-long'),
  ];
}

/** Not `String(value)`: it throws for `{ "toString": 1 }`, which a payload may hold. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? digitsOf(value) : undefined;

/** A JWT's part: base64url of a JSON object. */
function decode(part: string | undefined): Fields | undefined {
  try {
    // Non-ASCII text comes out garbled, which does not matter here: no check reads any.
    const value: unknown = JSON.parse(atob((part ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
