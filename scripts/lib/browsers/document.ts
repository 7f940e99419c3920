import { GAPS } from '../../../test/engines/gaps.ts';
import results from '../../../test/engines/results.json';
import { table } from '../table.ts';
import { lowestVersionsSection } from './lowest-versions.ts';
import type { Need } from './needs.ts';

/** What a run of the tests in one engine has found. */
interface EngineRun {
  readonly engine: string;
  readonly version: string;
  /** Whether each test of test/engines has passed, by what it is about. */
  readonly features: Readonly<Record<string, boolean | undefined>>;
}

/** What is tried in an engine stands for these browsers. */
const NAMES: Readonly<Record<string, readonly [name: string, browsers: string]>> = {
  chromium: ['Chromium', 'Chrome, Edge, and most others'],
  firefox: ['Firefox', 'Firefox'],
  webkit: ['WebKit', 'Safari. This is WebKitGTK, as Debian builds it, without WebRTC'],
};

/** Generates `docs/browsers.md` from what `npm run test:engines -- --write` has found, and from what `dist` needs. */
export function browsersDocument(needs: readonly Need[]): string {
  const runs: readonly EngineRun[] = results;
  const name = ({ engine }: EngineRun) => NAMES[engine]?.[0] ?? engine;
  const features = Object.keys(runs[0]?.features ?? {});
  const cell = (passed: boolean | undefined) => (passed === undefined ? '–' : passed ? 'yes' : '**no**');
  return `# Browsers

<!-- Made by \`npm run docs\` from what \`npm run test:engines -- --write\` has found, and from the built files. -->

The component view is for desktop browsers. Zoom supports the current version of Chrome, Edge, Firefox and Safari, and the two
before it. What follows was tried with the real SDK and a simulated meeting, in the engines of these browsers:

${table(
  ['Engine', 'Version tried', 'Stands for'],
  runs.map((run) => [name(run), run.version, NAMES[run.engine]?.[1] ?? '']),
)}

\`npm test\` runs the table below in part in Firefox and in part in WebKit where Debian's packages can be installed; elsewhere, it
runs everything in Chromium alone and says so. \`npm run test:all\` runs all of it in both, and the component's own tests and those
of what a page does to it. Safari itself, macOS and Windows were not tried.

## What works

${table(
  ['', ...runs.map(name)],
  features.map((feature) => [feature, ...runs.map((run) => cell(run.features[feature]))]),
)}

## Lowest versions

${lowestVersionsSection(needs)}

## What differs

${GAPS.map(({ engines, what, therefore }) => `- **${engines}**: ${what} ${therefore}`).join('\n')}
`;
}
