import type { Remedy, ZoomJoinErrorCode } from '../zoom-join-error.ts';

/** Errors that don't go away while the page is open: a retry would fail in the same way. */
const FINAL: readonly ZoomJoinErrorCode[] = [
  'page-sandboxed',
  'insecure-context',
  'browser-unsupported',
  'phone-unsupported',
  'unsupported-environment',
  'sdk-blocked-by-policy',
  'sdk-outdated',
  'web-join-disabled',
];

/**
 * Errors caused by the browser, the page or its setup, its network or the SDK, and not by the meeting or the user.
 * They don't affect the Zoom app.
 */
const APP: readonly ZoomJoinErrorCode[] = [
  'page-sandboxed',
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

/** Errors caused by what this browser or device lacks. The same page can work in another one. */
const OTHER_BROWSER: readonly ZoomJoinErrorCode[] = ['browser-unsupported', 'phone-unsupported'];

/** Returns what the user can do about an error. */
export const remediesFor = (code: ZoomJoinErrorCode): Remedy[] => [
  ...(FINAL.includes(code) ? [] : ['retry' as const]),
  ...(APP.includes(code) ? ['app' as const] : []),
  ...(OTHER_BROWSER.includes(code) ? ['other-browser' as const] : []),
];
