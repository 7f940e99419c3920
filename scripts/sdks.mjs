// `npm run test:sdks`: runs the browser tests with each SDK that this package is said to work with, and `-- --write` writes
// docs/compatibility.md. `-- 6.3.0` tries another version of npm's, `-- ./folder` a package on this disk, or its `dist`; both
// say first what has changed from the tested one. `--core` runs what `npm test` runs: the oldest version, and a few files.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowserTests } from './lib/ensure.mjs';
import { must, root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';
import { sdkFolder, TESTED, triedVersions } from './lib/sdk-folder.mjs';
import { runVitest } from './lib/vitest.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { core: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
/** What docs/compatibility.md is written from. */
const RESULTS = join(root, 'test', 'sdks', 'results.json');
/** The tests of `--core`. */
const CORE = ['test/browser/join.test.ts'];
/** The last version that is too old, and what must be said about it. */
const TOO_OLD = '5.1.4';
const OLD_SDK = 'test/browser/old-sdk.test.ts';
/** These change the tested SDK's file, or are about one that is too old. */
const NOT_FOR_OTHERS = ['test/browser/{changed-sdk,module-sdk,old-sdk,demo}.test.ts'];

await ensureBrowserTests();
const { KNOWN_GAPS } = await runTypeScript('test/sdks/known-gaps.ts');
const { compareSdks, readSdk } = await runTypeScript('test/sdks/compare.ts');

const runs = [];
for (const name of positionals.length > 0 ? positionals : await knownOnes()) {
  const folder = await sdkFolder(name);
  const lines = folder === TESTED ? [] : compareSdks(readSdk(TESTED), readSdk(folder));
  console.log(`\n── SDK ${name}${lines.map((line) => `\n   ${line}`).join('')}\n`);
  /** Whether the tests that are not for others are for this one. */
  const isOwnFile = folder === TESTED || name === TOO_OLD;
  const report = await runVitest(['browser'], {
    env: folder === TESTED ? {} : { SDK_FOLDER: folder },
    files: name === TOO_OLD ? [OLD_SDK] : values.core ? CORE : [],
    exclude: isOwnFile ? [] : NOT_FOR_OTHERS,
  });
  const { testResults, failed, numPassedTests = 0 } = report;
  const gaps = KNOWN_GAPS.filter(({ version }) => version === name && !values.core);
  const isGap = (test) => gaps.some((gap) => test.includes(gap.test));
  const closed = gaps.filter((gap) => !failed.some((test) => test.includes(gap.test)));
  const problems = [
    ...failed.filter((test) => !isGap(test)),
    ...closed.map(({ test }) => `this is no gap any more: ${test}`),
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
  const versions = await triedVersions();
  return values.core ? versions.slice(0, 1) : [TOO_OLD, ...versions];
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
