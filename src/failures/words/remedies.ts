import type { Remedy, ZoomJoinErrorCode } from '../zoom-join-error.ts';

/** Settled for as long as the page is open: another try here comes to the same. */
const FINAL: readonly ZoomJoinErrorCode[] = [
  'insecure-context',
  'browser-unsupported',
  'phone-unsupported',
  'unsupported-environment',
  'sdk-blocked-by-policy',
  'sdk-outdated',
  'web-join-disabled',
];

/** The browser, the page, its network or the SDK is to blame, not the meeting or the person: the Zoom app has none of them. */
const APP: readonly ZoomJoinErrorCode[] = [
  'insecure-context',
  'browser-unsupported',
  'phone-unsupported',
  'invalid-meeting',
  'invalid-options',
  'signature-unreadable',
  'signature-missing',
  'signature-invalid',
  'component-load-failed',
  'sdk-load-failed',
  'sdk-file-missing',
  'sdk-blocked',
  'sdk-blocked-by-policy',
  'sdk-load-timeout',
  'sdk-not-found',
  'sdk-assets-unreachable',
  'sdk-outdated',
  'web-join-disabled',
  'permission-denied',
  'token-invalid',
  'connection-failed',
  'connection-lost',
  'join-timeout',
  'join-failed',
  'internal',
];

/** The same page, opened in another browser, has what this one lacks. */
const OTHER_BROWSER: readonly ZoomJoinErrorCode[] = ['browser-unsupported', 'phone-unsupported'];

/** What the person can do about an error. */
export const remediesFor = (code: ZoomJoinErrorCode): Remedy[] => [
  ...(FINAL.includes(code) ? [] : ['retry' as const]),
  ...(APP.includes(code) ? ['app' as const] : []),
  ...(OTHER_BROWSER.includes(code) ? ['other-browser' as const] : []),
];
