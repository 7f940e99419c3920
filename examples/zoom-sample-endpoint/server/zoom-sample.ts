import express from 'express';
import { SignJWT } from 'jose';

/** A property of the request that is wrong. `$schema` stands for the request as a whole. */
interface Problem {
  property: string;
  reason: string;
}

const ZERO_OR_ONE = { least: 0, most: 1 };
const RANGES = {
  role: ZERO_OR_ONE,
  expirationSeconds: { least: 1_800, most: 172_800 },
  videoWebRtcMode: ZERO_OR_ONE,
};

const isThere = (value: unknown) => value !== undefined;

function problemsOf(body: Record<string, unknown>): Problem[] {
  const problems = Object.entries(RANGES).flatMap(([property, { least, most }]): Problem[] => {
    const value = body[property];
    if (value === undefined) return [];
    if (typeof value !== 'number') return [{ property, reason: 'Must be a number.' }];
    const isInRange = Number.isInteger(value) && value >= least && value <= most;
    return isInRange ? [] : [{ property, reason: `Must be a whole number from ${least} to ${most}.` }];
  });
  if (isThere(body.meetingNumber) !== isThere(body.role)) {
    problems.push({ property: '$schema', reason: 'meetingNumber and role: give both or neither.' });
  }
  return problems;
}

export const app = express();

app.post('/', express.json(), async (request, response) => {
  const body: Record<string, unknown> = request.body ?? {};
  const errors = problemsOf(body);
  if (errors.length > 0) {
    response.status(400).json({ errors });
    return;
  }
  const { ZOOM_MEETING_SDK_KEY: appKey, ZOOM_MEETING_SDK_SECRET: secret } = process.env;
  const { meetingNumber: mn, role, expirationSeconds, videoWebRtcMode: video_webrtc_mode } = body;
  const iat = Math.floor(Date.now() / 1000);
  const exp = iat + Number(expirationSeconds ?? 7_200);
  const signature = await new SignJWT({ appKey, mn, role, iat, exp, tokenExp: exp, video_webrtc_mode })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret));
  response.json({ signature });
});
