// `npm test`: everything, installing what is missing. The last line counts.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, ensureInstalled } from './lib/ensure.mjs';
import { root, run } from './lib/run.mjs';

await ensureInstalled();
const fixtures = ['react-18.2', 'react-18.3', 'react-19', 'next'];
for (const fixture of fixtures) await ensureInstalled(join(root, 'test', 'apps', fixture));
const env = { CHROMIUM_PATH: await ensureBrowser() };
const reports = await mkdtemp(join(tmpdir(), 'react-zoom-join-'));

const totals = { passed: 0, failed: 0, skipped: 0 };

/** One command that passes or fails as a whole. `quiet`: beside others, so it tells what it said when it has ended. */
async function step(name, command, args, { quiet = false } = {}) {
  const started = Date.now();
  if (!quiet) console.log(`\n── ${name}`);
  const { code, output } = await run(command, args, { env, quiet });
  if (quiet) console.log(`\n── ${name}\n${output}`);
  totals[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(
    `── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
}

/** A project of Vitest, whose tests count one by one. */
async function tests(project) {
  const report = join(reports, `${project}.json`);
  console.log(`\n── ${project} tests`);
  const { code } = await run(
    'npx',
    [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env },
  );
  const counts = await readFile(report, 'utf8').then(JSON.parse, () => ({}));
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = counts;
  totals.passed += passed;
  totals.skipped += skipped;
  // A run that broke without a failing test has failed all the same.
  totals.failed += code !== 0 && failed === 0 ? 1 : failed;
}

await step('Biome', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
await step('TypeScript', 'npx', ['tsc', '-p', 'tsconfig.json']);
await step('Build', 'npm', ['run', 'build', '--silent']);
// It mostly waits for npm. With the tests in a browser it would share their two cores.
const packaged = step('Package', 'node', ['scripts/check-package.mjs'], { quiet: true });
await tests('unit');
await tests('hosts');
await packaged;
await tests('component');
await tests('browser');
await step('Faults', 'node', ['scripts/faults.mjs']);
await step('Fit', 'node', ['scripts/fit.mjs']);
await step('Storybook', 'node', ['scripts/storybook-test.mjs']);

await rm(reports, { recursive: true, force: true });
const { passed, failed, skipped } = totals;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
