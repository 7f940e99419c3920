import * as v from 'valibot';
import { ownFields } from '../own-fields.ts';
import { signJwt } from './create-signature.ts';
import type { SignatureReply, SigningOptions } from './grant.ts';

const text = v.nullish(v.string('a string'));
/**
 * The messages are our own, because valibot's contain the values. Other fields, such as those of a whole user row,
 * are dropped.
 */
const Decision = v.object(
  ownFields({
    forbidden: v.nullish(v.boolean('true or false')),
    auditId: text,
    meetingNumber: v.nullish(v.union([v.string(), v.number()], 'a string or a number')),
    role: v.nullish(v.picklist(['participant', 'host'], "'host' or 'participant'")),
    expiresIn: v.nullish(v.number('a number')),
    password: text,
    userName: text,
    userEmail: text,
    customerKey: text,
    tk: text,
    zak: text,
    obfToken: text,
    recordingToken: text,
  }),
  'an object',
);
export type Decision = v.InferOutput<typeof Decision>;

/**
 * Reads a grant or a denial.
 *
 * @throws {TypeError} that names the wrong fields, without their values
 */
export function readDecision(caller: string, given: unknown): Decision {
  const parsed = v.safeParse(Decision, ownFields(given));
  if (parsed.success) return ownFields(parsed.output);
  const wrong = parsed.issues.map((issue) => {
    const field = v.getDotPath(issue);
    return `${field === null ? 'the grant' : `\`${field}\``} must be ${issue.message}`;
  });
  throw new TypeError(`${caller}: ${wrong.join(', ')}.`);
}

/**
 * Signs a grant.
 *
 * @param askedVideoMode The video mode that the request asks for. The server's own option overrides it.
 * @throws {TypeError | RangeError} for a grant that cannot work, without its values
 */
export async function signGrant(
  caller: string,
  { sdkKey, sdkSecret, expiresIn: usual, videoWebRtcMode }: SigningOptions,
  { meetingNumber, role, expiresIn, forbidden: _, auditId: __, ...fields }: Decision,
  askedVideoMode?: 0 | 1,
): Promise<SignatureReply> {
  if (fields.zak && fields.obfToken) {
    throw new TypeError(`${caller}: \`zak\` and \`obfToken\` exclude each other. Leave one out.`);
  }
  const signature = await signJwt(caller, {
    sdkKey,
    sdkSecret,
    meetingNumber,
    role: role === 'host' ? 1 : 0,
    expiresIn: expiresIn ?? usual,
    // Without the claim, the SDK often shows only two people. With it, if WebRTC is unavailable, the SDK says so
    // and continues.
    videoWebRtcMode: videoWebRtcMode ?? askedVideoMode ?? 1,
  });
  const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return {
    signature,
    meetingNumber: String(meetingNumber).replace(/\D/g, ''),
    ...Object.fromEntries(present),
  };
}
