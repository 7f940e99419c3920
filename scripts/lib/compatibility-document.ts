import { SDK_VERSION } from '../../src/sdk/profile/versions.ts';
import { KNOWN_GAPS } from '../../test/sdks/known-gaps.ts';
import results from '../../test/sdks/results.json';

/** What a run of the browser tests with one SDK has found. */
interface SdkRun {
  readonly version: string;
  /** What has changed from the tested version to this one, in lines. */
  readonly lines: readonly string[];
  /** How many tests of each file have passed, and of how many. */
  readonly files: Readonly<Record<string, readonly number[] | undefined>>;
}

/** What each file of tests is about. */
const ABOUT: Readonly<Record<string, string>> = {
  join: 'joining, in both layouts, with each React',
  unmount: 'leaving, and nothing left of it',
  remount: 'quick remounts',
  'leak-hunt': 'secrets in every place of a browser',
  'sdk-leaks': 'what the SDK sends and stores',
  'sdk-presence': 'waiting room, and who is there',
  'content-security-policy': 'policies, each source needed',
  'page-policies': 'isolated pages and other headers',
  noise: 'the console',
  steady: 'memory and nodes after many meetings',
  diagnose: '`diagnose()`',
  'endpoint-reasons': 'what the endpoint says',
  demo: 'the demo',
  'changed-sdk': 'changed names: nothing shows, and everything fits',
  'module-sdk': 'the SDK as an ES module',
  'old-sdk': 'an SDK that is too old',
  attacks: 'attacks',
};

/** Generates `docs/compatibility.md` from what `npm run test:sdks -- --write` has found. */
export function compatibilityDocument(): string {
  const runs: readonly SdkRun[] = results;
  const topics = [...new Set(runs.flatMap(({ files }) => Object.keys(files)).map(topicOf))].sort();
  const cell = ({ files }: SdkRun, topic: string): string => {
    const found = Object.entries(files).filter(([path]) => topicOf(path) === topic);
    const sum = (at: number) => found.reduce((total, [, counts]) => total + (counts?.[at] ?? 0), 0);
    const [passed, all] = [sum(0), sum(1)];
    return all === 0 ? '–' : passed === all ? String(all) : `${passed} of ${all}`;
  };
  const rows = topics.map((topic) => [ABOUT[topic] ?? topic, ...runs.map((run) => cell(run, topic))]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const versions = runs.map(({ version }) => version);
  return `# Which SDKs it works with

_\`npm run test:sdks -- --write\` writes this page after a run of the browser tests with each SDK: the real files of the npm package, in
Chromium, against a stand-in for Zoom's servers._

The number of tests that passed. – means that there is none for this version, because it changes the tested SDK's file.

${line(['', ...versions])}
${line(versions.concat('').map(() => '---'))}
${rows.map(line).join('\n')}

## What differs

${[...gaps(), ...runs.flatMap(changes)].join('\n')}

Everything else that this component relies on is the same in all of them: it is in
[one profile](../src/sdk/profile/profile.ts).

## Another version

- **A newer one** works if nothing has changed that this component relies on. \`onWarning\` says \`sdk-untested\`, and \`sdk-changed\`
  with the part that is not as it was. What lets somebody join stays hidden all the same, and the whole meeting in its box:
  see [security.md](security.md). To try one: \`npm run test:sdks -- 6.x.y\`, or \`-- ./folder\` with its files. It says
  what changed (methods, events, markup, sizes), and then runs the tests.
- **5.1.4 and older** fail with \`sdk-outdated\`: they send the signature and the passcode in the address of their first request.
- **An SDK as ES modules**: \`{ id, scripts: [react, reactDom, sdk], type: 'module', export, assetPath }\` is a source. The last
  script is the module; the name of the \`export\` is that of what has \`createClient\`. It finds React by an import map in the
  frame, which a Content-Security-Policy must allow by the \`nonce\` or \`'unsafe-inline'\`, with \`data:\` in \`script-src\` unless
  \`imports\` names modules of yours.

## When Zoom retires a version

Zoom raises the lowest version that may join on the first weekend of February, May, August and November
([Zoom: quarterly lifecycle policy](https://developers.zoom.us/docs/meeting-sdk/minimum-version/)). Older ones then fail with
\`sdk-outdated\` (10000). \`zoomCdn()\` loads ${SDK_VERSION}, the version that this package is tested with, so update this package before that weekend.
With \`selfHosted()\`, build again with the \`@zoom/meetingsdk\` that it is tested with: \`npx react-zoom-join doctor\` compares the two.
`;
}

const topicOf = (path: string): string =>
  /\/attacks\//.test(path) ? 'attacks' : (path.split('/').at(-1) ?? '').replace('.test.ts', '');

const gaps = (): string[] => [
  ...new Set(
    KNOWN_GAPS.map(
      ({ version, why }) => `- In ${version}, ${why}. So it is with the SDK alone, without this component.`,
    ),
  ),
];

/** The lines tell what changed from the tested version to the other one, and are turned round here. */
function changes({ version, lines }: SdkRun): string[] {
  const said = lines.map((line) =>
    line
      .replace(/^(new|lost)/, (word) => (word === 'new' ? 'lost' : 'new'))
      .replace(/: (.+) → (.+)$/, ': $2 → $1'),
  );
  return said.length === 0 ? [] : [`- From ${version} to ${SDK_VERSION}: ${said.join('; ')}.`];
}
