import { digitsOf } from './digits.ts';
import { type SignatureProblem, type SignatureProblemCode, signatureProblem } from './signature-problems.ts';

export type { SignatureProblem, SignatureProblemCode };

export interface SignatureReport {
  /** Nothing was found, not even a warning. Whether the secret was right, only Zoom can tell. */
  readonly ok: boolean;
  readonly problems: readonly SignatureProblem[];
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
type Found = (SignatureProblem | false | undefined)[];

/**
 * Looks a Meeting SDK signature over, so that a mistake has a name before Zoom answers "Signature is invalid". Pure;
 * checks no secret, and what it says holds no part of the token.
 */
export function inspectSignature(signature: unknown, expected: ExpectedSignature = {}): SignatureReport {
  const found =
    typeof signature === 'string' ? inspect(signature.trim(), expected) : [signatureProblem('not-a-string')];
  const problems = found.filter((problem): problem is SignatureProblem => Boolean(problem));
  return { ok: problems.length === 0, problems };
}

function inspect(token: string, expected: ExpectedSignature): Found {
  const [head, body, mac, ...more] = token.split('.');
  const header = decode(head);
  const payload = decode(body);
  if (header === undefined || payload === undefined || mac === undefined || more.length > 0) {
    return [signatureProblem(somethingElse(token))];
  }
  // An unsigned token (`alg: none`) has the dot, but nothing after it.
  if (header['alg'] === 'HS256' && !/^[\w-]+$/.test(mac)) return [signatureProblem('not-a-jwt')];
  return [
    header['alg'] !== 'HS256' && signatureProblem('wrong-algorithm'),
    ...inspectKeys(payload),
    expected.meetingNumber !== undefined &&
      textOf(payload['mn']) !== digitsOf(expected.meetingNumber) &&
      signatureProblem('other-meeting'),
    expected.role !== undefined &&
      textOf(payload['role']) !== String(expected.role) &&
      signatureProblem('other-role'),
    ...inspectTimes(payload, (expected.now ?? Date.now()) / 1000),
  ];
}

function somethingElse(token: string): SignatureProblemCode {
  if (token === '') return 'empty';
  if (token.startsWith('<')) return 'html-page';
  return /^[{["]/.test(token) ? 'json-text' : 'not-a-jwt';
}

function inspectKeys(payload: Fields): Found {
  const isVideoSdk = 'tpc' in payload || 'app_key' in payload;
  const hasKey = typeof payload['appKey'] === 'string' && payload['appKey'] !== '';
  return [
    isVideoSdk ? signatureProblem('video-sdk-token') : !hasKey && signatureProblem('app-key-missing'),
    Object.keys(payload).some((name) => /secret/i.test(name)) && signatureProblem('secret-inside'),
  ];
}

function inspectTimes({ iat, exp }: Fields, now: number): Found {
  if (typeof iat !== 'number' || typeof exp !== 'number') return [signatureProblem('times-missing')];
  if (iat > MILLISECONDS || exp > MILLISECONDS) return [signatureProblem('milliseconds')];
  const late = now - exp;
  const early = iat - now;
  const life = exp - iat;
  return [
    // Within the tolerance Zoom's clock may still let it pass: told, but no reason not to try.
    late >= 0 && { ...signatureProblem('expired', span(late)), fatal: late >= CLOCK_TOLERANCE },
    early > CLOCK_TOLERANCE && signatureProblem('not-yet-valid', span(early)),
    life < SHORTEST_LIFE && signatureProblem('too-short'),
    life > LONGEST_LIFE && signatureProblem('too-long'),
  ];
}

/** Ends at a day: an absurd time would otherwise show digits of the token. */
function span(seconds: number): string {
  if (seconds < 120) return `${Math.floor(seconds)} s`;
  return seconds < 86_400 ? `${Math.floor(seconds / 60)} minutes` : 'more than a day';
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
