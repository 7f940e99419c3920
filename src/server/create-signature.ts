import { SignJWT } from 'jose';

/** Zoom's limits between `iat` and `exp`, in s (developers.zoom.us/docs/meeting-sdk/auth). */
export const SHORTEST_LIFE = 1_800;
export const LONGEST_LIFE = 172_800;
/** Against clocks that differ: a signature "from the future" is refused with 3712. */
const BACKDATED = 30;

export interface SignatureOptions {
  /** The Meeting SDK app's key, also called Client ID. */
  sdkKey: string;
  /** Its secret. Must never reach a browser. */
  sdkSecret: string;
  /** 9 to 11 digits; spaces and dashes don't matter. */
  meetingNumber: string | number;
  /** 0: participant, 1: host. */
  role: 0 | 1;
  /** How long it lives, in s: 1,800 (30 minutes) to 172,800 (48 hours), Zoom's limits. Default: 1,800. */
  expiresIn?: number | undefined;
  /** Whether the meeting uses WebRTC video (1) or not (0). Default: Zoom decides. */
  videoWebRtcMode?: 0 | 1 | undefined;
}

/**
 * Signs a Meeting SDK JWT. Runs wherever there is Web Crypto: Node, Workers, Deno, Bun.
 *
 * @throws {TypeError | RangeError} naming the field and how to mend it, never showing a value.
 */
export async function createSignature(options: SignatureOptions): Promise<string> {
  const { sdkKey, sdkSecret, role, expiresIn = SHORTEST_LIFE, videoWebRtcMode } = options;
  checkCredentials(options);
  const mn = meetingNumberOf(options.meetingNumber);
  if (role !== 0 && role !== 1) {
    throw new RangeError('createSignature: `role` must be 0 (participant) or 1 (host).');
  }
  if (!Number.isInteger(expiresIn) || expiresIn < SHORTEST_LIFE || expiresIn > LONGEST_LIFE) {
    throw new RangeError(
      'createSignature: `expiresIn` must be whole seconds from 1800 (30 minutes) to 172800 (48 hours).',
    );
  }
  if (videoWebRtcMode !== undefined && videoWebRtcMode !== 0 && videoWebRtcMode !== 1) {
    throw new RangeError('createSignature: `videoWebRtcMode` must be 0 or 1, or left out.');
  }

  const iat = Math.floor(Date.now() / 1000) - BACKDATED;
  const exp = iat + expiresIn;
  return new SignJWT({
    appKey: sdkKey,
    mn,
    role,
    tokenExp: exp,
    ...(videoWebRtcMode === undefined ? {} : { video_webrtc_mode: videoWebRtcMode }),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(iat)
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(sdkSecret));
}

/** @throws {TypeError} */
export function checkCredentials({ sdkKey, sdkSecret }: { sdkKey: string; sdkSecret: string }): void {
  const where = 'It stands in the Zoom App Marketplace, under your app’s credentials.';
  if (typeof sdkKey !== 'string' || sdkKey === '') throw new TypeError(`\`sdkKey\` is missing. ${where}`);
  if (typeof sdkSecret !== 'string' || sdkSecret === '')
    throw new TypeError(`\`sdkSecret\` is missing. ${where}`);
}

function meetingNumberOf(given: string | number): string {
  const digits = String(given ?? '').replace(/[\s-]/g, '');
  if (!/^\d{9,11}$/.test(digits)) {
    throw new TypeError('createSignature: `meetingNumber` must have 9 to 11 digits.');
  }
  return digits;
}
