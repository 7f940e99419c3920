import type { SdkCredentials } from './check-options.ts';
import type { Grant, SignatureReply } from './grant.ts';
import { readDecision, signGrant } from './sign-grant.ts';

/** What {@link createGrant} takes: the key pair, and the grant that you decided on. */
export interface GrantOptions extends SdkCredentials, Grant {
  /**
   * Whether the meeting uses WebRTC video: 1 yes, 0 no. A browser or an account without it falls back by itself.
   * Default: 1, as `<ZoomJoin>` asks.
   */
  videoWebRtcMode?: 0 | 1 | undefined;
}

const CALLER = 'createGrant';

/**
 * Signs a grant where there is no `Request`: in a server action, a tRPC procedure, a loader. Resolves to plain data that
 * `getSignature` may return as it is.
 *
 * A server action is a public endpoint: anybody can call it, with any argument. Decide who may enter which meeting, and
 * as what, inside it and from the session; what the request says is only a wish. Throw for somebody who may not join.
 *
 * @example
 * 'use server';
 * import type { SignatureRequest } from 'react-zoom-join';
 * import { createGrant } from 'react-zoom-join/server';
 *
 * export async function getSignature(request: SignatureRequest) {
 *   const user = await currentUser(); // yours: from the session
 *   const room = user && (await roomFor(user, String(request.meeting))); // yours: which meeting this person may enter
 *   if (!room) throw new Error('You may not join this meeting.');
 *   return createGrant({
 *     sdkKey: process.env.ZOOM_SDK_KEY!,
 *     sdkSecret: process.env.ZOOM_SDK_SECRET!,
 *     meetingNumber: room.zoomNumber,
 *     password: room.passcode,
 *     role: room.hostId === user.id ? 'host' : 'participant',
 *     userName: user.name,
 *   });
 * }
 * // and in a client component: <ZoomJoin getSignature={getSignature} … />
 *
 * @throws {TypeError | RangeError} as a rejection that names the field and the way to mend it, and shows no value.
 */
export async function createGrant(options: GrantOptions): Promise<SignatureReply> {
  const decision = readDecision(CALLER, options);
  // Untyped code may spread whatever its own `authorize` returned.
  if (decision.forbidden) {
    throw new TypeError(`${CALLER}: \`forbidden\` is set. For somebody who may not join, throw instead.`);
  }
  const { sdkKey, sdkSecret, videoWebRtcMode } = options;
  return signGrant(CALLER, { sdkKey, sdkSecret, videoWebRtcMode }, decision);
}
