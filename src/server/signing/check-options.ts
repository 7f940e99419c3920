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

/** @throws {TypeError} that names the field */
export function checkCredentials(caller: string, options: SdkCredentials): void {
  for (const field of ['sdkKey', 'sdkSecret'] as const) {
    const value: unknown = options[field];
    if (typeof value !== 'string' || value === '') {
      throw new TypeError(
        `${caller}: \`${field}\` is missing. Is the environment variable set where this runs?`,
      );
    }
    // For example a newline from a secrets file. Zoom would only answer "Signature is invalid", without the reason.
    if (value !== value.trim()) {
      throw new TypeError(`${caller}: \`${field}\` has white space around it. Trim it.`);
    }
  }
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
