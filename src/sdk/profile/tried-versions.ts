/** The versions that `npm run test:sdks` has passed with: see docs/compatibility.md. */
export const TRIED_VERSIONS: readonly string[] = ['6.0.0', '6.0.2', '6.1.0', '6.2.0'];

/**
 * Whether a version is too old to join with. Before 6.0.0, the SDK sends the signature and the passcode in the address
 * of its first request.
 */
export const isTooOld = (version: string): boolean => Number.parseInt(version, 10) < 6;
