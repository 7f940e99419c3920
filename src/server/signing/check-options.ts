/** The key pair of your Meeting SDK app, from its page in the Zoom App Marketplace. */
export interface SdkCredentials {
  /** The app's Client ID. Older apps call it SDK key. */
  sdkKey: string;
  /** The app's Client secret. Older apps call it SDK secret. It must never reach a browser. */
  sdkSecret: string;
}

/** Zoom's limits between `iat` and `exp`, in s (developers.zoom.us/docs/meeting-sdk/auth). */
export const SHORTEST_LIFE = 1_800;
const LONGEST_LIFE = 172_800;

/** The environment variables that the documentation uses. */
const VARIABLES = { sdkKey: 'ZOOM_SDK_KEY', sdkSecret: 'ZOOM_SDK_SECRET' } as const;

/** Returns what is wrong with the key pair, without its values. It names the fields and their likely variables. */
export function findCredentialsProblem(options: SdkCredentials): string | undefined {
  for (const field of ['sdkKey', 'sdkSecret'] as const) {
    const value: unknown = options[field];
    if (typeof value !== 'string' || value === '') {
      return `\`${field}\` is missing. Is the environment variable (${VARIABLES[field]}?) set where this runs?`;
    }
    // For example a newline from a secrets file. Zoom would only answer "Signature is invalid", without the reason.
    if (value !== value.trim())
      return `\`${field}\` (${VARIABLES[field]}?) has white space around it. Trim it.`;
  }
  return undefined;
}

/** @throws {TypeError} that names the field */
export function checkCredentials(caller: string, options: SdkCredentials): void {
  const problem = findCredentialsProblem(options);
  if (problem) throw new TypeError(`${caller}: ${problem}`);
}

/** @throws {RangeError} for an option that Zoom does not accept. Options may be left out. */
export function checkSigningOptions(
  caller: string,
  {
    expiresIn = SHORTEST_LIFE,
    videoWebRtcMode = 0,
  }: { expiresIn?: number | undefined; videoWebRtcMode?: number | undefined },
): void {
  if (!Number.isInteger(expiresIn) || expiresIn < SHORTEST_LIFE || expiresIn > LONGEST_LIFE) {
    throw new RangeError(
      `${caller}: \`expiresIn\` must be whole seconds from 1800 to 172800 (48 hours), Zoom's limits.`,
    );
  }
  if (videoWebRtcMode !== 0 && videoWebRtcMode !== 1) {
    throw new RangeError(`${caller}: \`videoWebRtcMode\` must be 0 or 1, or left out.`);
  }
}
