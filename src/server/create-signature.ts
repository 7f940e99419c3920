import { SignJWT } from 'jose';
import { digitsOf, isMeetingNumber } from '../meeting/digits.ts';

/** Zoom's limits between `iat` and `exp`, in s (developers.zoom.us/docs/meeting-sdk/auth). */
const SHORTEST_LIFE = 1_800;
const LONGEST_LIFE = 172_800;
/** Against clocks that differ, in s: a signature "from the future" is refused with 3712. */
const BACKDATED = 30;
/** In seconds, this is the year 5138. */
const MILLISECONDS = 1e11;

/** The Meeting SDK app's key pair, from its page in the Zoom App Marketplace. */
export interface SdkCredentials {
  /** Its Client ID; older apps call it SDK key. */
  sdkKey: string;
  /** Its Client secret; older apps call it SDK secret. Must never reach a browser. */
  sdkSecret: string;
}

export interface SignatureOptions extends SdkCredentials {
  /** 9 to 11 digits; spaces and dashes don't matter. Not a join URL. */
  meetingNumber: string | number;
  /** 0: participant, 1: host. */
  role: 0 | 1;
  /**
   * How long it lives, in whole s, counted from `issuedAt`: 1,800 (30 minutes) to 172,800 (48 hours), Zoom's limits.
   * Default: 1,800.
   */
  expiresIn?: number | undefined;
  /** The `iat`, in whole s since 1970. Default: 30 s ago, against clocks that differ. */
  issuedAt?: number | undefined;
  /** Whether the meeting uses WebRTC video: 1 yes, 0 no. Default: Zoom decides. */
  videoWebRtcMode?: 0 | 1 | undefined;
}

/**
 * Signs a Meeting SDK JWT: HS256 over `appKey`, `mn`, `role`, `iat`, `exp`, `tokenExp`
 * (developers.zoom.us/docs/meeting-sdk/auth). There is no `sdkKey` in it: SDK 6 logs a deprecation warning for one.
 * Runs wherever there is Web Crypto: Node, Workers, Next.js.
 *
 * @throws {TypeError | RangeError} as a rejection that names the field and the way to mend it, and shows no value.
 */
export async function createSignature(options: SignatureOptions): Promise<string> {
  const { sdkKey, sdkSecret, role, expiresIn = SHORTEST_LIFE, videoWebRtcMode } = options;
  checkCredentials('createSignature', options);
  checkExpiresIn('createSignature', expiresIn);
  if (role !== 0 && role !== 1) fail(RangeError, '`role` must be 0 (participant) or 1 (host).');
  if (videoWebRtcMode !== undefined && videoWebRtcMode !== 0 && videoWebRtcMode !== 1) {
    fail(RangeError, '`videoWebRtcMode` must be 0 or 1, or left out.');
  }
  const mn = meetingNumberOf(options.meetingNumber);
  const iat = options.issuedAt ?? Math.floor(Date.now() / 1000) - BACKDATED;
  if (!Number.isInteger(iat) || iat < 0 || iat > MILLISECONDS) {
    fail(RangeError, '`issuedAt` must be whole seconds since 1970.');
  }
  const exp = iat + expiresIn;
  return new SignJWT({
    appKey: sdkKey,
    mn,
    role,
    iat,
    exp,
    tokenExp: exp,
    ...(videoWebRtcMode === undefined ? {} : { video_webrtc_mode: videoWebRtcMode }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(sdkSecret));
}

/** @throws {TypeError} naming the field */
export function checkCredentials(caller: string, options: SdkCredentials): void {
  for (const field of ['sdkKey', 'sdkSecret'] as const) {
    const value: unknown = options[field];
    if (typeof value !== 'string' || value === '') {
      throw new TypeError(
        `${caller}: \`${field}\` is missing. Is the environment variable set where this runs?`,
      );
    }
    // A line end from a file of secrets, say: Zoom would answer "Signature is invalid", and nobody would see why.
    if (value !== value.trim()) {
      throw new TypeError(`${caller}: \`${field}\` has white space around it. Trim it.`);
    }
  }
}

/** @throws {RangeError} */
export function checkExpiresIn(caller: string, expiresIn: number): void {
  if (!Number.isInteger(expiresIn) || expiresIn < SHORTEST_LIFE || expiresIn > LONGEST_LIFE) {
    throw new RangeError(
      `${caller}: \`expiresIn\` must be whole seconds from 1800 to 172800 (48 hours), Zoom's limits.`,
    );
  }
}

function meetingNumberOf(given: unknown): string {
  if (typeof given !== 'string' && typeof given !== 'number') fail(TypeError, '`meetingNumber` is missing.');
  const digits = typeof given === 'number' ? String(given) : digitsOf(given);
  // A number that is negative or has a fraction is written with more than digits.
  if (digits === undefined || !isMeetingNumber(digits)) {
    fail(RangeError, '`meetingNumber` must have 9 to 11 digits. Of a join URL, pass the number alone.');
  }
  return digits;
}

function fail(kind: new (message: string) => Error, message: string): never {
  throw new kind(`createSignature: ${message}`);
}
