import { peerDependencies } from '../../package.json' with { type: 'json' };
import { SDK_VERSION } from '../../src/sdk/profile/versions.ts';
import installed from '../../test/sdks/installs.json';
import { KNOWN_GAPS } from '../../test/sdks/known-gaps.ts';
import results from '../../test/sdks/results.json';
import { table } from './table.ts';

/** What a run of the browser tests with one SDK has found. */
interface SdkRun {
  readonly version: string;
  /** What has changed from the tested version to this one, in lines. */
  readonly lines: readonly string[];
  /** How many tests of each file have passed, and of how many. */
  readonly files: Readonly<Record<string, readonly number[] | undefined>>;
}

/** What npm needs to install an SDK into an app. */
interface SdkInstall {
  readonly sdk: string;
  readonly react: string;
  readonly npm: string;
  readonly app: string;
  /** The lines of package.json without which npm fails or warns. */
  readonly lines: readonly string[];
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
  pictures: 'how each view looks, and no button could move unseen',
  attacks: 'attacks',
};

/** Generates `docs/compatibility.md` from what `test:sdks` and `test:installs` have found, each with `--write`. */
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
  const versions = runs.map(({ version }) => version);
  return `# Which SDKs it works with

_\`npm run test:sdks -- --write\` writes this page after a run of the browser tests with each SDK: the real files of the npm package, in
Chromium, against a stand-in for Zoom's servers._

The number of tests that passed. – means that there is none for this version, because it changes the tested SDK's file.

${table(['', ...versions], rows)}

## What differs

${[...gaps(), ...runs.flatMap(changes)].join('\n')}

Everything else that this component relies on is the same in all of them: it is in
[one profile](../src/sdk/profile/profile.ts).

## Which versions npm accepts

\`@zoom/meetingsdk\` is an optional peer dependency: \`${peerDependencies['@zoom/meetingsdk']}\`. npm doesn't install it for you. You
need it only to [host the SDK yourself](self-hosting.md).

The range names each version that has passed the tests above. It also admits newer ones of the same major version, which nobody
has tried. npm refuses to install a version outside of the range, and you may need a newer one before there is a new version of
this package, because Zoom retires versions every quarter. What has not been tried is said where it doesn't stop you:
\`onWarning\` in the browser, and \`npx react-zoom-join doctor\`. 5.1.4 and older are not in the range, because they don't join, and
7 is not, because it may change what this component relies on.

The range of React, \`${peerDependencies.react}\`, is what has been tried too: 18.2, 18.3 and 19.

## Installing it with npm

\`react-zoom-join\` alone installs beside React 18.2 to 19 without a warning. \`@zoom/meetingsdk\` asks for React 18.2.0, and through
\`react-redux\` for types older than those of React 19. These lines of \`package.json\` are the same for every version of the SDK and
of React, for JavaScript and for TypeScript:

\`\`\`json
${JSON.stringify(installed.lines, null, 2)}
\`\`\`

- \`overrides\` lets npm install the SDK beside your React, which doesn't change. Without it, npm fails with \`ERESOLVE\`.
- \`allowScripts\` says not to run the SDK's script, which prints a notice and does nothing else. Without it, npm 11 and later
  warn about the script. npm 10 ignores the line.

With both, each of these installs passes without a warning. A TypeScript app then type-checks with \`<ZoomJoin>\`, and a
JavaScript app can import and require the package in Node. This is what each install needs at least, in JavaScript and
TypeScript apps alike unless a cell tells them apart. – means neither line.
_\`npm run test:installs -- --write\` writes this table after trying it._

${installTable(installed.installs)}

## Another version

- **A newer one** works if nothing has changed that this component relies on. \`onWarning\` says \`sdk-untested\`, and \`sdk-changed\`
  with the part that is not as it was. What lets somebody join stays hidden all the same, and the whole meeting in its box:
  see [security.md](security.md). To try one: \`npm run test:sdks -- 6.x.y\` in a clone of this package's repository, or \`-- ./folder\`
  with the package or its \`dist\`. It prints what changed (methods, events, markup, sizes), whatever the name of the script is, and then
  runs the tests. A few allow no warning: add the version to \`TRIED_VERSIONS\` in
  [tried-versions.ts](../src/sdk/profile/tried-versions.ts) for these to pass.
- **5.1.4 and older** fail with \`sdk-outdated\`: they send the signature and the passcode in the address of their first request.
- **An SDK as ES modules**: \`{ id, scripts: [react, reactDom, sdk], type: 'module', export, assetPath }\` is a source. The last
  script is the module; the name of the \`export\` is that of what has \`createClient\`. It finds React by an import map in the
  frame, which a Content-Security-Policy must allow by the \`nonce\` or \`'unsafe-inline'\`, with \`data:\` in \`script-src\` unless
  \`imports\` names modules of yours.

## When Zoom retires a version

Zoom raises the lowest version that may join on the first weekend of February, May, August and November, and announces it three
months ahead ([Zoom: minimum version policy](https://developers.zoom.us/docs/meeting-sdk/minimum-version/)). Older ones then fail
with \`sdk-outdated\` (10000). \`zoomCdn()\` loads ${SDK_VERSION}, the newest version that this package has been tested with, so update this
package before that weekend. If there is no newer one yet, try the SDK that you need: \`npm run test:sdks -- 6.x.y\` in a clone of
this package's repository, and then \`zoomCdn('6.x.y')\` in your app. With \`selfHosted()\`, build again with the \`@zoom/meetingsdk\` that it is tested with: \`npx react-zoom-join doctor\` compares the two.
`;
}

function installTable(installs: readonly SdkInstall[]): string {
  const columnOf = ({ react, npm }: SdkInstall): string => `React ${react}, ${npm}`;
  const columns = [...new Set(installs.map(columnOf))];
  const cell = (found: readonly SdkInstall[]): string => {
    const needs = found.map(({ lines }) => lines.map((line) => `\`${line}\``).join(', ') || '–');
    return new Set(needs).size === 1
      ? String(needs[0])
      : found.map(({ app }, at) => `${app}: ${needs[at]}`).join('; ');
  };
  const rows = [...new Set(installs.map(({ sdk }) => sdk))].map((sdk) => [
    sdk,
    ...columns.map((column) => cell(installs.filter((one) => one.sdk === sdk && columnOf(one) === column))),
  ]);
  return table(['', ...columns], rows);
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
