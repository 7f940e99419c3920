import { SignJWT } from 'jose';
import { digitsOf, isMeetingNumber } from '../../meeting-reference/digits.ts';
import { ownFields } from '../own-fields.ts';
import {
  checkCredentials,
  checkSigningOptions,
  type SdkCredentials,
  SHORTEST_LIFE,
} from './check-options.ts';

/**
 * How far `iat` is in the past, in s, because clocks differ: Zoom refuses a signature "from the future" with 3712.
 */
const BACKDATED = 30;
/** The year 5138. A larger value is in milliseconds. */
const LATEST_ISSUE = 1e11;

export interface SignatureOptions extends SdkCredentials {
  /** The meeting number: 9 to 11 digits. Spaces and dashes are allowed in a string. A join URL is not. */
  meetingNumber: string | number;
  /** The role in the JWT. 0: participant, 1: host. */
  role: 0 | 1;
  /**
   * How long the signature is valid, in whole s from `issuedAt`: 1,800 (30 minutes) to 172,800 (48 hours), Zoom's
   * limits. Default: 1,800.
   */
  expiresIn?: number | undefined;
  /** The `iat` claim, in whole s since 1970. Default: 30 s ago, because clocks differ. */
  issuedAt?: number | undefined;
  /** Whether the meeting uses WebRTC video: 1 yes, 0 no. Default: the claim is left out, and the SDK decides. */
  videoWebRtcMode?: 0 | 1 | undefined;
}

/**
 * Signs a Meeting SDK JWT: HS256 over `appKey`, `mn`, `role`, `iat`, `exp`, `tokenExp` and, if you set it,
 * `video_webrtc_mode` (developers.zoom.us/docs/meeting-sdk/auth). It contains no `sdkKey`, for which SDK 6 logs a
 * deprecation warning. It runs wherever there is Web Crypto: Node, Workers, Next.js.
 *
 * @throws {TypeError | RangeError} as a rejection. The message names the field and the fix, and contains no value.
 */
export async function createSignature(options: SignatureOptions): Promise<string> {
  return signJwt('createSignature', options);
}

/** Does the same for the other functions of this entry point, whose errors start with their own name. */
export async function signJwt(
  caller: string,
  options: Omit<SignatureOptions, 'meetingNumber'> & { meetingNumber: unknown },
): Promise<string> {
  const given = ownFields(options);
  const { sdkKey, sdkSecret, role, expiresIn = SHORTEST_LIFE, videoWebRtcMode } = given;
  checkCredentials(caller, given);
  checkSigningOptions(caller, given);
  if (role !== 0 && role !== 1) {
    throw new RangeError(`${caller}: \`role\` must be 0 (participant) or 1 (host).`);
  }
  const mn = readMeetingNumber(caller, given.meetingNumber);
  const iat = given.issuedAt ?? Math.floor(Date.now() / 1000) - BACKDATED;
  if (!Number.isInteger(iat) || iat < 0 || iat > LATEST_ISSUE) {
    throw new RangeError(`${caller}: \`issuedAt\` must be whole seconds since 1970.`);
  }
  const exp = iat + expiresIn;
  // jose serializes this to JSON, which leaves out undefined fields.
  return new SignJWT({
    appKey: sdkKey,
    mn,
    role,
    iat,
    exp,
    tokenExp: exp,
    video_webrtc_mode: videoWebRtcMode,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(sdkSecret));
}

function readMeetingNumber(caller: string, given: unknown): string {
  if (typeof given !== 'string' && typeof given !== 'number') {
    throw new TypeError(`${caller}: \`meetingNumber\` is missing. It names the meeting to sign for.`);
  }
  // A negative number or a fraction contains characters other than digits.
  const digits = typeof given === 'number' ? String(given) : digitsOf(given);
  if (digits === undefined || !isMeetingNumber(digits)) {
    throw new RangeError(
      `${caller}: \`meetingNumber\` must have 9 to 11 digits. Of a join URL, pass the number alone.`,
    );
  }
  return digits;
}
