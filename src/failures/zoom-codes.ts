import type { SdkFailure } from '../sdk/client/sdk-client.ts';
import type { ZoomJoinErrorCode } from './zoom-join-error.ts';

/** Reported for a refused socket, a failed ping, or a request without a response. */
const CONNECTION_ERROR = -3000;
const BROWSER_UNSUPPORTED = 5000;
/** The SDK's number for errors that have no number of their own. */
const UNNAMED = 200;

/**
 * The meaning of Zoom's error numbers, as SDK 6.2.0 reports them for a failed join or a broken meeting. Zoom's
 * public table differs for 3000 and 3005. This table follows the SDK.
 */
export const ZOOM_CODES: Readonly<Partial<Record<ZoomJoinErrorCode, readonly number[]>>> = {
  'connection-failed': [CONNECTION_ERROR, 403, 3621, 3622],
  'too-many-requests': [3633, 3634],
  'not-started': [3008],
  'signature-expired': [3705],
  'signature-invalid': [3704, 3712],
  'wrong-passcode': [3004],
  'another-meeting-in-progress': [3000],
  'meeting-not-found': [3001, 3610, 3702, 3703, 3706, 3707],
  'meeting-ended': [4004],
  'meeting-full': [4005],
  'meeting-locked': [4006],
  'email-required': [3005],
  'registration-required': [3099],
  'login-required': [3034, 3051, 3052, 3082, 3100, 6024],
  removed: [3009],
  'duplicate-participant': [4008],
  blocked: [3620, 3627, 4007, 6603, 13208],
  'web-join-disabled': [3603, 3604, 3606, 3608, 3609, 3611, 3630, 3701],
  'permission-denied': [3003, 3010, 3625, 3708, 3709, 3710, 3711, 3713, 4011, 4012],
  'token-invalid': [3265, 3623, 3624, 4013, 4014, 4015, 4016, 4018],
  'authorized-user-absent': [4017, 4019],
  'sdk-assets-unreachable': [3635, 5001],
  'sdk-outdated': [10000],
  'browser-unsupported': [BROWSER_UNSUPPORTED],
  'join-failed': [4003],
  internal: [5012],
};

/** Returns `undefined` if there is no number, or if the table doesn't contain it. */
export function codeOfZoom({ errorCode = UNNAMED, reason = '' }: SdkFailure): ZoomJoinErrorCode | undefined {
  // The SDK reports an unsupported browser and an insecure context with the same number.
  if (errorCode === BROWSER_UNSUPPORTED && globalThis.isSecureContext === false) return 'insecure-context';
  const number = errorCode === UNNAMED && /^connection error/i.test(reason) ? CONNECTION_ERROR : errorCode;
  const row = Object.entries(ZOOM_CODES).find(([, numbers]) => numbers.includes(number));
  return row?.[0] as ZoomJoinErrorCode | undefined;
}
