import { GAPS } from '../../../test/engines/gaps.ts';
import results from '../../../test/engines/results.json';
import { FALLBACKS } from './fallbacks.ts';
import type { Need } from './needs.ts';
import { BROWSERS, type Versions, versionsOf } from './versions.ts';

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

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Generates `docs/browsers.md` from what `npm run test:engines -- --write` has found, and from what `dist` needs. */
export function browsersDocument(needs: readonly Need[]): string {
  const runs: readonly EngineRun[] = results;
  const name = ({ engine }: EngineRun) => NAMES[engine]?.[0] ?? engine;
  const head = [row(['', ...runs.map(name)]), row(['---', ...runs.map(() => '---')])];
  const features = Object.keys(runs[0]?.features ?? {});
  const cell = (passed: boolean | undefined) => (passed === undefined ? '–' : passed ? 'yes' : '**no**');
  return `# Browsers

<!-- Made by \`npm run docs\` from what \`npm run test:engines -- --write\` has found. -->

The component view is for desktop browsers. Zoom supports the current version of Chrome, Edge, Firefox and Safari, and the two
before it. What follows was tried with the real SDK and a simulated meeting, in the engines of these browsers:

| Engine | Version tried | Stands for |
| --- | --- | --- |
${runs.map((run) => row([name(run), run.version, NAMES[run.engine]?.[1] ?? ''])).join('\n')}

\`npm test\` runs the table below in Firefox and WebKit where Debian's packages can be installed; elsewhere, it runs everything in
Chromium alone and says so. \`npm run test:all\` adds the component's own tests in both. Safari itself, macOS and Windows were not
tried.

## What works

${[...head, ...features.map((feature) => row([feature, ...runs.map((run) => cell(run.features[feature]))]))].join('\n')}

## Lowest versions

What the built files use, by TypeScript's types, [browser-compat-data](https://github.com/mdn/browser-compat-data) of MDN and
esbuild, needs these versions. They say nothing of Zoom's SDK, which supports newer ones alone.

${lowestTable(needs)}

Some of it is newer than that. There, this happens instead:

${fallbackTable(needs)}

## What differs

${GAPS.map(({ engines, what, therefore }) => `- **${engines}**: ${what} ${therefore}`).join('\n')}
`;
}

const HEAD = ['', 'Chrome', 'Edge', 'Firefox', 'Safari'];

const table = (...rows: readonly (readonly string[])[]) =>
  [HEAD, HEAD.map(() => '---'), ...rows].map(row).join('\n');

/** The lowest versions that have everything for which there is no fallback. */
export function lowestVersions(needs: readonly Need[]): Versions {
  const required = needs.filter(({ feature }) => !Object.hasOwn(FALLBACKS, feature));
  return versionsOf((browser) => Math.max(...required.map(({ versions }) => versions[browser])));
}

function lowestTable(needs: readonly Need[]): string {
  const lowest = lowestVersions(needs);
  const because = BROWSERS.map((browser) =>
    needs
      .filter(
        ({ feature, versions }) =>
          !Object.hasOwn(FALLBACKS, feature) && versions[browser] === lowest[browser],
      )
      .map(({ feature }) => named(feature))
      .join(', '),
  );
  return table(['lowest', ...BROWSERS.map((browser) => String(lowest[browser]))], ['because of', ...because]);
}

function fallbackTable(needs: readonly Need[]): string {
  const newer = needs.filter(({ feature }) => Object.hasOwn(FALLBACKS, feature));
  const head = row([...HEAD.with(0, 'Used'), 'Without it']);
  const rows = newer.map(({ feature, versions }) => {
    const since = BROWSERS.map((browser) =>
      Number.isFinite(versions[browser]) ? String(versions[browser]) : '–',
    );
    return row([named(feature), ...since, FALLBACKS[feature] ?? '']);
  });
  return [head, row(Array.from({ length: 6 }, () => '---')), ...rows].join('\n');
}

/** Returns a path in MDN's data as developers write it. */
function named(feature: string): string {
  if (feature === 'syntax') return 'syntax';
  const name = feature
    .replace(/^(api|javascript\.builtins|css\.[a-z-]+(\.color|\.length)?)\./, '')
    .replace('_static', '');
  if (feature.startsWith('css.selectors.')) return `\`:${name}\``;
  return `\`${feature.startsWith('css.properties.') ? name.replace('.', ': ') : name}\``;
}
