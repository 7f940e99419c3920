import * as v from 'valibot';
import { createSignature, type SdkCredentials } from './create-signature.ts';

type Maybe<T> = T | null | undefined;

/**
 * What `authorize` lets somebody have: everything but the signature, which is made for you. `null` counts as absent,
 * so that rows of a database fit.
 */
export interface Grant {
  /**
   * The meeting that you decided on, 9 to 11 digits. Never taken from the page by itself: somebody who may have exactly
   * what they asked for gets `ask.meeting`, written down by you.
   */
  meetingNumber: string | number;
  /** The plain passcode, not the encrypted `pwd` of a join URL. Default: none. */
  password?: Maybe<string>;
  /** 1 makes a host. The asked-for role counts for nothing. Default: 0. */
  role?: Maybe<0 | 1>;
  /** The name others see. Default: the page's. */
  userName?: Maybe<string>;
  /** Zoom asks for it in webinars and in meetings with registration. Default: the page's. */
  userEmail?: Maybe<string>;
  /** Your own identifier of this person, which Zoom's reports repeat. Default: the page's. */
  customerKey?: Maybe<string>;
  /** Registration token. */
  tk?: Maybe<string>;
  /** Zoom access key: starts or joins as a Zoom user. Excludes `obfToken`. */
  zak?: Maybe<string>;
  /** On-behalf-of token, for meetings of another account (developers.zoom.us/docs/meeting-sdk/obf-faq). Excludes `zak`. */
  obfToken?: Maybe<string>;
  /** Permission to record locally. */
  recordingToken?: Maybe<string>;
  /** How long this signature lives, in whole s: 1,800 to 172,800. Default: the handler's. */
  expiresIn?: Maybe<number>;
  /** Who this is, for `onAudit`: an id, nothing secret. Stays on the server. Default: the `customerKey`. */
  auditId?: Maybe<string>;
}

/** A 403 that tells `onAudit` who was refused. Returning nothing is a 403 too. */
export interface Denial {
  forbidden: true;
  /** Who this is, for `onAudit`: an id, nothing secret. */
  auditId?: Maybe<string>;
}

/** What the browser gets: the `JoinGrant` that `getSignature` returns. */
export interface SignatureReply {
  signature: string;
  /** Digits. */
  meetingNumber: string;
  password?: string;
  userName?: string;
  userEmail?: string;
  customerKey?: string;
  tk?: string;
  zak?: string;
  obfToken?: string;
  recordingToken?: string;
}

export interface SigningOptions extends SdkCredentials {
  /** How long a signature lives, in whole s: 1,800 (30 minutes) to 172,800 (48 hours). Default: 1,800. */
  expiresIn?: number | undefined;
  /** Whether meetings use WebRTC video: 1 yes, 0 no. Default: Zoom decides. */
  videoWebRtcMode?: 0 | 1 | undefined;
}

const text = v.nullish(v.string());
/** Anything else in it, a whole user's row perhaps, stays on the server. */
const Decision = v.object({
  forbidden: v.nullish(v.boolean()),
  auditId: text,
  meetingNumber: v.nullish(v.union([v.string(), v.number()])),
  role: v.nullish(v.picklist([0, 1])),
  expiresIn: v.nullish(v.number()),
  password: text,
  userName: text,
  userEmail: text,
  customerKey: text,
  tk: text,
  zak: text,
  obfToken: text,
  recordingToken: text,
});
type Decision = v.InferOutput<typeof Decision>;

/** Reads what `authorize` returned. @throws {TypeError} naming the fields that are wrong; shows no value of them */
export function readDecision(given: unknown): Decision {
  const parsed = v.safeParse(Decision, given);
  if (parsed.success) return parsed.output;
  // Only the names: valibot's own messages show the values.
  const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'the grant itself').join(', ');
  throw new TypeError(`createSignatureHandler: \`authorize\` returned values of the wrong type: ${fields}.`);
}

/** Signs what was granted. @throws {TypeError | RangeError} for a grant that cannot work; shows no value of it */
export async function signGrant(
  { sdkKey, sdkSecret, expiresIn: usual, videoWebRtcMode }: SigningOptions,
  { meetingNumber, role, expiresIn, forbidden: _, auditId: __, ...credentials }: Decision,
): Promise<SignatureReply> {
  if (meetingNumber === undefined || meetingNumber === null) {
    throw new TypeError(
      'createSignatureHandler: `authorize` must return the `meetingNumber`: what the page asks for is only a wish.',
    );
  }
  if (credentials.zak && credentials.obfToken) {
    throw new TypeError('createSignatureHandler: `authorize` returned `zak` and `obfToken`; Zoom takes one.');
  }
  const signature = await createSignature({
    sdkKey,
    sdkSecret,
    meetingNumber,
    role: role ?? 0,
    expiresIn: expiresIn ?? usual,
    videoWebRtcMode,
  });
  const present = Object.entries(credentials).filter(([, value]) => value !== null && value !== undefined);
  return {
    signature,
    meetingNumber: String(meetingNumber).replace(/\D/g, ''),
    ...Object.fromEntries(present),
  };
}
