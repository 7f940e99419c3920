// `npm run test:sdks`: runs the browser tests with each SDK that this package is said to work with, and `-- --write` writes
// docs/compatibility.md. `-- 6.3.0` tries another version of npm's, `-- ./folder` a package on this disk, or its `dist`; both
// say first what has changed from the tested one. `--core` runs what `npm test` runs: the oldest version, and a few files.
import { existsSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser, ensureBuilt, ensureFixtures, ensureInstalled } from './lib/ensure.mjs';
import { must, root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';
import { runVitest } from './lib/vitest.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { core: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const SDKS = join(root, 'test', 'sdks');
/** What docs/compatibility.md is written from. */
const RESULTS = join(SDKS, 'results.json');
const TESTED = join(root, 'node_modules', '@zoom', 'meetingsdk', 'dist');
/** The tests of `--core`. */
const CORE = ['test/browser/join.test.ts'];
/** The last version that is too old, and what must be said about it. */
const TOO_OLD = '5.1.4';
const OLD_SDK = 'test/browser/old-sdk.test.ts';
/** These change the tested SDK's file, or are about one that is too old. */
const NOT_FOR_OTHERS = ['test/browser/{changed-sdk,module-sdk,old-sdk,demo}.test.ts'];

await ensureInstalled();
await ensureFixtures();
await ensureBuilt();
const { TRIED_VERSIONS } = await runTypeScript('src/sdk/profile/tried-versions.ts');
const { KNOWN_GAPS } = await runTypeScript('test/sdks/known-gaps.ts');
const { copySdk } = await runTypeScript('src/sdk/files/copy-sdk.ts');
const { findSdkFiles, whatIsMissing } = await runTypeScript('src/sdk/files/sdk-files.ts');
const { SDK_SCRIPT } = await runTypeScript('src/sdk/profile/file-names.ts');
const { compareSdks, readSdk } = await runTypeScript('test/sdks/compare.ts');
process.env.CHROMIUM_PATH = await ensureBrowser();

/** The `dist` folders to try, by how they are called. */
const folders = positionals.length > 0 ? await othersOf(positionals) : await knownOnes();
const runs = [];
for (const [name, folder] of folders) {
  const lines = folder === TESTED ? [] : compareSdks(readSdk(TESTED), readSdk(folder));
  console.log(`\n── SDK ${name}${lines.map((line) => `\n   ${line}`).join('')}\n`);
  /** Whether the tests that are not for others are for this one. */
  const isOwnFile = folder === TESTED || name === TOO_OLD;
  const report = await runVitest(['browser'], {
    env: folder === TESTED ? {} : { SDK_FOLDER: folder },
    files: name === TOO_OLD ? [OLD_SDK] : values.core ? CORE : [],
    exclude: isOwnFile ? [] : NOT_FOR_OTHERS,
  });
  const { code, testResults, numPassedTests = 0 } = report;
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  const gaps = KNOWN_GAPS.filter(({ version }) => version === name && !values.core);
  const isGap = (test) => gaps.some((gap) => test.includes(gap.test));
  const closed = gaps.filter((gap) => !failed.some((test) => test.includes(gap.test)));
  const problems = [
    ...failed.filter((test) => !isGap(test)),
    ...closed.map(({ test }) => `this is no gap any more: ${test}`),
    ...(code !== 0 && failed.length === 0 ? ['the run broke'] : []),
  ];
  runs.push({
    version: name,
    lines,
    problems,
    passed: numPassedTests,
    gaps: gaps.length,
    files: filesOf(testResults),
  });
}
if (positionals.length > 0) {
  console.log(
    'The component warns of an SDK that is not in TRIED_VERSIONS (src/sdk/profile/tried-versions.ts). Tests that allow no warning fail until its version is added there.',
  );
}
for (const { version, passed, problems, gaps } of runs) {
  console.log(`SDK ${version}: ${passed} passed, ${problems.length} failed, ${gaps} known gaps`);
  for (const problem of problems) console.log(`✗ ${problem}`);
}
if (values.write) await writeResults();
if (runs.some(({ problems }) => problems.length > 0)) process.exitCode = 1;

async function knownOnes() {
  await ensureInstalled(SDKS);
  const tested = TRIED_VERSIONS.at(-1);
  const others = [TOO_OLD, ...TRIED_VERSIONS.slice(0, -1)].map((version) => [
    version,
    join(SDKS, 'node_modules', `sdk-${version}`, 'dist'),
  ]);
  const [, oldest] = others;
  return values.core ? [oldest] : [...others, [tested, TESTED]];
}

/** Each version, or package on this disk, gets an app of its own, in a folder that git ignores. */
async function othersOf(asked) {
  const found = [];
  for (const one of asked) {
    const path = resolve(one);
    const app = join(root, 'test', '__output__', 'sdks', one.replaceAll(/[^\w.-]/g, '-'));
    if (/^\d+\.\d+\.\d+/.test(one)) found.push([one, await filesIn(await installInto(app, one))]);
    else if (existsSync(join(path, 'package.json')))
      found.push([one, await filesIn(await linkInto(app, path))]);
    else found.push([one, path]);
  }
  return found;
}

async function installInto(app, version) {
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'package.json'), '{"private":true}');
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await must('npm', ['install', `@zoom/meetingsdk@${version}`, ...flags], { cwd: app });
  return app;
}

async function linkInto(app, path) {
  await rm(app, { recursive: true, force: true });
  await mkdir(join(app, 'node_modules', '@zoom'), { recursive: true });
  await symlink(path, join(app, 'node_modules', '@zoom', 'meetingsdk'), 'junction');
  return app;
}

/** Returns the folder of an app's SDK, in which the script has the name that the tests expect. */
async function filesIn(app) {
  const sdk = findSdkFiles(app);
  const problem = sdk === undefined ? `There is no @zoom/meetingsdk in ${app}.` : whatIsMissing(sdk);
  if (problem !== undefined) throw new Error(problem);
  if (sdk.script === SDK_SCRIPT) return sdk.folder;
  console.log(`The SDK’s script is ${sdk.script}.`);
  const copy = join(app, 'files');
  await copySdk(sdk, copy);
  return copy;
}

/** Returns how many tests of each file have passed, and of how many. */
function filesOf(testResults) {
  const counts = testResults.map(({ name, assertionResults }) => {
    const passed = assertionResults.filter(({ status }) => status === 'passed').length;
    return [name.slice(root.length), [passed, assertionResults.length]];
  });
  return Object.fromEntries(counts.sort(([one], [other]) => one.localeCompare(other)));
}

async function writeResults() {
  const results = runs
    .filter(({ version }) => version !== TOO_OLD)
    .map(({ version, lines, files }) => ({ version, lines, files }));
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  await must('npm', ['run', 'docs', '--silent']);
}
