import type { JoinGrant, SignatureRequest } from '../session/api/options.ts';
import { encodeText } from './service/messages.ts';

/** The number of a simulated meeting that has only a name. */
const NUMBER = '12345678901';
/** The shortest life of a signature that Zoom allows, in s (developers.zoom.us/docs/meeting-sdk/auth). */
const LIFE = 1_800;
/** Clocks differ, so signers set `iat` this far in the past, in s. */
const TOLERANCE = 30;

const encode = (value: unknown): string => encodeText(JSON.stringify(value));

/** Returns a grant whose signature was made without a secret. The simulated meeting accepts it, Zoom would not. */
export function practiceGrant({ meetingNumber = NUMBER, role }: SignatureRequest): JoinGrant {
  const iat = Math.floor(Date.now() / 1000) - TOLERANCE;
  const exp = iat + LIFE;
  const claims = {
    appKey: 'practice',
    mn: meetingNumber,
    role,
    video_webrtc_mode: 1,
    iat,
    exp,
    tokenExp: exp,
  };
  const signature = [encode({ alg: 'HS256', typ: 'JWT' }), encode(claims), encodeText('signature')].join('.');
  return { signature, meetingNumber };
}
