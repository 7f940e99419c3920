import { ownFields } from '../own-fields.ts';
import type { SdkCredentials } from './check-options.ts';
import type { Grant, SignatureReply } from './grant.ts';
import { readDecision, signGrant } from './sign-grant.ts';

/** The options of {@link createGrant}: your key pair, and the grant that you decided on. */
export interface GrantOptions extends SdkCredentials, Grant {
  /**
   * Whether the meeting uses WebRTC video: 1 yes, 0 no. A browser or an account without WebRTC video falls back by
   * itself. Default: 1, as `<ZoomJoin>` asks for.
   */
  videoWebRtcMode?: 0 | 1 | undefined;
}

const CALLER = 'createGrant';

/**
 * Signs a grant where there is no `Request`, such as in a server action, a tRPC procedure or a loader. It resolves
 * to plain data that `getSignature` can return unchanged.
 *
 * A server action is a public endpoint: anybody can call it with any argument. Decide inside it, from the session,
 * who may join which meeting and in which role. What the request says is only what the browser asks for. Throw if
 * somebody may not join.
 *
 * @example
 * 'use server';
 * import type { SignatureRequest } from 'react-zoom-join';
 * import { createGrant } from 'react-zoom-join/server';
 *
 * export async function getSignature(request: SignatureRequest) {
 *   const user = await currentUser(); // your code: from the session
 *   const room = user && (await roomFor(user, String(request.meeting))); // your code: the meeting they may join
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
 * // In a client component: <ZoomJoin getSignature={getSignature} … />
 *
 * @throws {TypeError | RangeError} as a rejection. The message names the field and the fix, and contains no value.
 */
export async function createGrant(options: GrantOptions): Promise<SignatureReply> {
  const decision = readDecision(CALLER, options);
  // Untyped code may pass on what its own `authorize` returned.
  if (decision.forbidden) {
    throw new TypeError(`${CALLER}: \`forbidden\` is set. For somebody who may not join, throw instead.`);
  }
  const { sdkKey, sdkSecret, videoWebRtcMode } = ownFields(options);
  return signGrant(CALLER, { sdkKey, sdkSecret, videoWebRtcMode, expiresIn: undefined }, decision);
}
