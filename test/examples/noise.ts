import type { Report } from '../lives/support/driver.ts';

/**
 * What the SDK itself prints and rejects in a practice meeting. A filter in the package will take this away. Then this
 * list must become empty.
 */
const OF_THE_SDK: readonly RegExp[] = [
  /^log: \[CustomChunkLoader\] Loading chunk: /,
  /^warning: Can not use the hardware acceleration for video encoding due to the account restriction$/,
  /^warning: Logger info is not enabled\.$/,
  /^warning: Please turn on save captions in user settings to subscribe to event: {2}caption-message$/,
  /^warning: We disabled WebRTC video for this environment\.$/,
  /^unhandled: \{ type: INSUFFICIENT_PRIVILEGES, /,
];

/** What development servers and React print to say that they are there. None of it is a warning. */
const OF_DEVELOPMENT: readonly RegExp[] = [
  /^debug: \[vite\] connect(ing|ed)/,
  /^info: %cDownload the React DevTools/,
];

/** Returns what an app, or the package, is to blame for. */
export function noiseOf(reports: readonly Report[], mode: 'production' | 'development'): string[] {
  const known = mode === 'development' ? [...OF_THE_SDK, ...OF_DEVELOPMENT] : OF_THE_SDK;
  return reports
    .map(({ kind, text }) => `${kind}: ${text}`)
    .filter((line) => !known.some((pattern) => pattern.test(line)));
}
