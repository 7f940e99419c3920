import * as v from 'valibot';
import { signJwt } from './create-signature.ts';
import type { SignatureReply, SigningOptions } from './grant.ts';

const text = v.nullish(v.string('a string'));
/** The messages are ours because valibot's own show the values. Other fields, a user's whole row perhaps, are dropped. */
const Decision = v.object(
  {
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
  },
  'an object',
);
export type Decision = v.InferOutput<typeof Decision>;

/** Reads a grant or a denial. @throws {TypeError} naming the fields that are wrong; shows no value of them */
export function readDecision(caller: string, given: unknown): Decision {
  const parsed = v.safeParse(Decision, given);
  if (parsed.success) return parsed.output;
  const wrong = parsed.issues.map((issue) => {
    const field = v.getDotPath(issue);
    return `${field === null ? 'the grant' : `\`${field}\``} must be ${issue.message}`;
  });
  throw new TypeError(`${caller}: ${wrong.join(', ')}.`);
}

/** Signs what was granted. @throws {TypeError | RangeError} for a grant that cannot work; shows no value of it */
export async function signGrant(
  caller: string,
  { sdkKey, sdkSecret, expiresIn: usual, videoWebRtcMode }: SigningOptions,
  { meetingNumber, role, expiresIn, forbidden: _, auditId: __, ...fields }: Decision,
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
    // Without the claim the SDK often shows two people only. With it, where WebRTC cannot be had, it says so and goes on.
    videoWebRtcMode: videoWebRtcMode ?? 1,
  });
  const present = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return {
    signature,
    meetingNumber: String(meetingNumber).replace(/\D/g, ''),
    ...Object.fromEntries(present),
  };
}
