import { OFFLINE } from '../classify.ts';
import { ZoomJoinError, type ZoomJoinErrorCode, type ZoomJoinErrorDetails } from '../zoom-join-error.ts';
import { remediesFor } from './remedies.ts';

const SETUP = 'This meeting isn’t set up correctly. Please tell the people who run this site.';
const CONNECTION = 'Zoom can’t be reached. Please check your connection and try again.';

/** For each code: the message for the user, and whether trying again, without changing anything, can help. */
export const CODES: Readonly<Record<ZoomJoinErrorCode, readonly [sentence: string, again?: 'retryable']>> = {
  'invalid-meeting': [SETUP],
  'invalid-user-name': ['Please enter your name to join the meeting.'],
  'invalid-options': [SETUP],
  'signature-request-failed': ['We couldn’t get you permission to join. Please try again.', 'retryable'],
  'signature-unreachable': [
    'This site can’t be reached. Please check your connection and try again.',
    'retryable',
  ],
  'signature-timeout': ['Getting you permission to join takes too long. Please try again.', 'retryable'],
  'signature-denied': ['You aren’t allowed to join this meeting. Are you signed in to this site?'],
  'signature-endpoint-failed': [
    'This site has a problem right now. Please try again in a moment.',
    'retryable',
  ],
  'signature-unreadable': [SETUP],
  'signature-missing': [SETUP],
  'signature-invalid': [SETUP],
  'signature-expired': ['Your permission to join has expired. Please try again.', 'retryable'],
  'component-load-failed': [CONNECTION, 'retryable'],
  'sdk-load-failed': [
    'Zoom couldn’t be loaded. Please check your connection, and any blocker in your browser.',
    'retryable',
  ],
  'sdk-file-missing': [SETUP],
  'sdk-blocked': [
    'Something in your browser or network blocks Zoom. Please check your blockers, or try another network.',
    'retryable',
  ],
  'sdk-blocked-by-policy': [SETUP],
  'sdk-load-timeout': [
    'Loading Zoom takes too long. Please check your connection and try again.',
    'retryable',
  ],
  'sdk-not-found': [SETUP],
  'sdk-assets-unreachable': [
    'Zoom’s media files couldn’t be loaded. Please check your connection and try again.',
    'retryable',
  ],
  'sdk-outdated': [SETUP],
  'page-sandboxed': [SETUP],
  'insecure-context': ['Meetings work only over a secure connection (https).'],
  'browser-unsupported': [
    'This browser can’t show the meeting. Please use a current desktop browser or the Zoom app.',
  ],
  'phone-unsupported': ['This meeting can’t be shown on a phone. Please use a computer or the Zoom app.'],
  'unsupported-environment': [SETUP],
  offline: [OFFLINE, 'retryable'],
  'wrong-passcode': ['The passcode of this meeting wasn’t accepted.'],
  'not-started': ['The host hasn’t started this meeting yet. Please try again in a moment.', 'retryable'],
  'meeting-not-found': ['This meeting doesn’t exist, or it is no longer valid.'],
  'meeting-ended': ['This meeting is over.'],
  'meeting-full': ['The meeting is full.', 'retryable'],
  'meeting-locked': ['The host has locked the meeting. Please ask them to let you in.', 'retryable'],
  'another-meeting-in-progress': [
    'The host is still in another meeting. Please try again later.',
    'retryable',
  ],
  'email-required': ['This meeting asks for your e-mail address.'],
  'registration-required': ['This meeting asks you to register first.'],
  'login-required': ['This meeting asks you to sign in to Zoom.'],
  removed: ['The host removed you from this meeting.'],
  'duplicate-participant': ['You are in this meeting already, perhaps on another device.', 'retryable'],
  blocked: ['The host’s organisation doesn’t allow you to join this meeting.'],
  'web-join-disabled': ['This meeting can’t be joined in a browser. Please use the Zoom app.'],
  'permission-denied': [SETUP],
  'token-invalid': [SETUP],
  'authorized-user-absent': [
    'The person who lets you in isn’t in the meeting. Please try again later.',
    'retryable',
  ],
  'too-many-requests': ['Zoom is busy. Please wait a moment and try again.', 'retryable'],
  'connection-failed': [CONNECTION, 'retryable'],
  'connection-lost': ['The connection to the meeting was lost. Please try again.', 'retryable'],
  'join-timeout': ['Joining takes too long. Please check your connection and try again.', 'retryable'],
  'join-failed': ['The meeting can’t be joined right now. Please try again.', 'retryable'],
  'not-in-meeting': ['You are no longer in the meeting.'],
  'fullscreen-unavailable': ['The meeting can’t be shown in full screen here.'],
  internal: ['Something went wrong on this page. Please try again.', 'retryable'],
};

/**
 * Creates a {@link ZoomJoinError} with the user message, the remedies and the `retryable` flag of its code. Its hint
 * ends with where the documents say more.
 */
export function joinError(
  code: ZoomJoinErrorCode,
  message: string,
  { hint, ...details }: ZoomJoinErrorDetails,
): ZoomJoinError {
  const [userMessage, again] = CODES[code];
  const more = `More: react-zoom-join/docs/errors.md#${code}`;
  return new ZoomJoinError(code, message, {
    hint: hint ? `${hint} ${more}` : more,
    retryable: again !== undefined,
    userMessage,
    remedies: remediesFor(code),
    ...details,
  });
}
