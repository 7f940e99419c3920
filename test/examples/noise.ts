import type { Report } from '../lives/support/driver.ts';

/** What the SDK itself prints, and the package does not keep back. docs/console.md says why. */
export const OF_THE_SDK: readonly RegExp[] = [/^log: (Audio|Sharing) Version: /];

/** What development servers, frameworks and React print to say that they are there, and what they do. */
const OF_DEVELOPMENT: readonly RegExp[] = [
  /^debug: \[vite\] connect(ing|ed)/,
  /^info: %cDownload the React DevTools/,
  /^info: \[(webpack|rspack)-dev-server\] /,
  /^(log|startGroupCollapsed): \[(HMR|Fast Refresh)\] /,
  /^endGroup: /,
  /^debug: \[astro\] /,
  // The browser says that the visitor wants less motion.
  /^warning: \[transitions\]: .* prefers?-reduced-motion /,
];

/** Returns what an app, or the package, is to blame for. */
export function noiseOf(reports: readonly Report[], mode: 'production' | 'development'): string[] {
  const known = mode === 'development' ? [...OF_THE_SDK, ...OF_DEVELOPMENT] : OF_THE_SDK;
  return reports
    .map(({ kind, text }) => `${kind}: ${text}`)
    .filter((line) => !known.some((pattern) => pattern.test(line)));
}
