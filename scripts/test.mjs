// `npm test`: runs everything and installs what is missing. The last line is the result. `npm run test:all`, or
// `--all`, also runs the tests that take hours. `--from Faults` begins with the step of this name, for when those
// before it have passed.
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import {
  ensureBrowser,
  ensureEngines,
  ensureFixtures,
  ensureInstalled,
  ensurePacked,
} from './lib/ensure.mjs';
import { root, run } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';
import { runVitest } from './lib/vitest.mjs';

const { values: options } = parseArgs({
  options: { all: { type: 'boolean', default: false }, from: { type: 'string' } },
});
const { all: isAll, from } = options;

await ensureInstalled();
await ensureFixtures();
const env = isAll ? { TEST_ALL: '1' } : {};
// The first steps need no browser, so that one can be installed beside them.
const browser = ensureBrowser();
browser.catch(() => {});
const engines = browser.then(ensureEngines);
engines.catch(() => {});

const totals = { passed: 0, failed: 0, skipped: 0 };
/**
 * One line per step. Each is printed when its step has ended and again at the end, so that failures are easy to
 * find.
 */
const summary = [];
const begun = Date.now();

const tell = (line) => {
  console.log(`── ${line}`);
  summary.push(line);
};
const secondsSince = (start) => `${Math.round((Date.now() - start) / 1000)} s`;

/** The names of the steps so far. */
const names = [];

/** Whether a step is to be run. */
function isDue(name) {
  names.push(name);
  return from === undefined || names.includes(from);
}

/**
 * Runs a command that passes or fails as a whole. `quiet`: it runs beside other steps, so its output is printed
 * when it has ended. `isNeeded`: later steps need it, so it runs even if it comes before the step to begin with.
 */
async function step(name, command, args, { quiet = false, more = {}, isNeeded = false } = {}) {
  if (!(isDue(name) || isNeeded)) return;
  const started = Date.now();
  if (!quiet) console.log(`\n── ${name}`);
  const { code, output } = await run(command, args, { env: { ...env, ...more }, quiet, keep: true });
  if (quiet) console.log(`\n── ${name}\n${output}`);
  totals[code === 0 ? 'passed' : 'failed'] += 1;
  tell(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${secondsSince(started)}`);
  if (code !== 0) summary.push(...whatFailed(output));
}

/** Returns the lines about what failed, each with the line after it, or else the last lines of the output. */
function whatFailed(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const failed = lines.flatMap((line, at) => (/^(✗|FAILED) /.test(line) ? lines.slice(at, at + 2) : []));
  return (failed.length > 0 ? failed : lines).slice(-20).map((line) => `  ${line}`);
}

/** Files that take long, and that `npm run test:all` runs. */
const LONG = ['test/browser/steady.test.ts'];

/** Runs Vitest projects, whose tests are counted one by one. Resolves to the results of each file. */
async function tests(...projects) {
  const name = `${projects.join(' and ')} tests`;
  if (!isDue(name)) return undefined;
  const started = Date.now();
  console.log(`\n── ${name}`);
  const { code, testResults, ...counts } = await runVitest(projects, { env, exclude: isAll ? [] : LONG });
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = counts;
  // A run that broke without a failing test counts as a failure too.
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  totals.passed += passed;
  totals.skipped += skipped;
  totals.failed += failed;
  tell(`${name}: ${passed} passed, ${failed} failed in ${secondsSince(started)}`);
  for (const { assertionResults = [] } of testResults)
    for (const { status, fullName, failureMessages: [message = ''] = [] } of assertionResults)
      if (status === 'failed') summary.push(`  FAILED ${fullName}`, `  ${message.split('\n')[0]}`);
  console.log(slowestOf(testResults));
  return testResults;
}

/** The time for all tests is short, so see what needs most of it. */
function slowestOf(testResults) {
  return testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: Math.round((endTime - startTime) / 1000) }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 15)
    .map(({ name, seconds }) => `   ${seconds} s ${relative(root, name)}`)
    .join('\n');
}

/** Counts the rows of `test/lives/rows.ts` that have tests, all of which have passed. */
async function countLives(testResults) {
  if (testResults === undefined) return;
  const { LIVES } = await runTypeScript('test/lives/rows.ts');
  const rows = Object.values(LIVES);
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const isDone = (row) => {
    const own = results.filter(({ ancestorTitles }) => ancestorTitles[0] === row);
    return own.length > 0 && own.every(({ status }) => status === 'passed');
  };
  tell(`lives: ${rows.filter(isDone).length} of ${rows.length} rows`);
}

await step('Biome', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
await step('TypeScript', 'npx', ['tsc', '-p', 'tsconfig.json']);
// Build as somebody does who has NODE_ENV=development set: the package must still be that for production.
await step('Build', 'npm', ['run', 'build', '--silent'], {
  more: { NODE_ENV: 'development' },
  isNeeded: true,
});
await step('Unused', 'npm', ['run', 'unused', '--silent']);
await step('Audit', 'node', ['scripts/audit.mjs']);
await step('Size', 'npm', ['run', 'size', '--silent']);
await ensurePacked();
// These wait for the network most of the time, so two of the examples are installed meanwhile. A test installs another.
const examples = ['vite-react-19', 'webpack'];
const installed = step('Installing examples', 'node', ['scripts/example.mjs', '--install', ...examples], {
  quiet: true,
});
await tests('unit', 'hosts');
await installed;
env.CHROMIUM_PATH = await browser;
await step('Fixture apps', 'node', ['scripts/fixtures.mjs'], { isNeeded: true });
env.FIXTURES_BUILT = '1';
await countLives(await tests('lives', 'lives-jsdom'));
// The component tests share one page, which leaves half a core to a step that uses little more. Everything else
// needs both cores.
const beside = step('Package', 'node', ['scripts/check-package.mjs', '--built'], { quiet: true });
await tests('component');
await beside;
await tests('browser');
const others = await engines;
if (others.length === 0) tell('Firefox and WebKit: not here, so all tests ran in Chromium alone');
for (const engine of others) {
  await step(engine, 'node', ['scripts/engines.mjs', engine, ...(isAll ? [] : ['--core'])]);
}
await step('Faults', 'node', ['scripts/faults.mjs']);
await step('Storybook', 'node', ['scripts/storybook-test.mjs']);
await step('Examples', 'node', ['scripts/examples.mjs', ...(isAll ? [] : ['core'])]);
await step('Other SDKs', 'node', ['scripts/sdks.mjs', ...(isAll ? [] : ['--core'])]);
if (isAll) await step('Fit', 'node', ['scripts/fit.mjs', 'all']);
if (isAll) await step('Installs', 'node', ['scripts/check-installs.mjs']);
if (isAll) await step('Remount campaign', 'node', ['scripts/campaign.mjs']);

if (from !== undefined && !names.includes(from)) {
  console.error(`--from ${from}: there is no such step. The steps are: ${names.join(', ')}.`);
  totals.failed += 1;
}
const { passed, failed, skipped } = totals;
console.log(`\n${summary.join('\n')}\nIn all: ${secondsSince(begun)}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
