// `npm run test:engines`: runs in Chromium, Firefox and WebKit what does not need one of them: the tests of
// test/engines, the component's own, and the rows of test/lives that concern the page. `-- firefox` runs only that one.
// `--core` runs what `npm test` runs, and `--write` writes docs/browsers.md from the results.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowserTests, ensureEngines } from './lib/ensure.mjs';
import { must, root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';
import { runVitest } from './lib/vitest.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { core: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
/** What docs/browsers.md is written from. */
const RESULTS = join(root, 'test', 'engines', 'results.json');
/** What `--core` leaves out, because `npm test` has 25 minutes. Each file runs in one engine besides Chromium there. */
const NOT_IN_CORE = {
  firefox: ['test/engines/meeting-area.test.ts'],
  webkit: ['test/engines/meeting.test.ts'],
};
const PROJECTS = values.core ? ['engines'] : ['engines', 'component', 'lives'];

await ensureBrowserTests();
const there = ['chromium', ...(await ensureEngines())];
const asked = positionals.length > 0 ? positionals : there;
const absent = asked.filter((engine) => !there.includes(engine));
if (absent.length > 0) throw new Error(`Not on this machine: ${absent}. There are: ${there.join(', ')}.`);

const { versionOf } = await runTypeScript('test/support/engines/version.ts');
const runs = [];
for (const engine of asked) {
  const run = { engine, version: await versionOf(engine), features: {}, passed: 0, failed: [] };
  for (const project of PROJECTS) {
    // The rows of docs/browsers.md are all cases, and those of `--core` the first.
    const isWhole = project === 'engines' && !values.core;
    const env = { ENGINE: engine, ...(isWhole && { TEST_ALL: '1' }) };
    const exclude = (values.core && !process.env.TEST_ALL && NOT_IN_CORE[engine]) || [];
    const { testResults, failed, numPassedTests = 0 } = await runVitest([project], { env, exclude });
    run.passed += numPassedTests;
    run.failed.push(...failed);
    if (project !== 'engines') continue;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    for (const { ancestorTitles, title, status } of results) {
      // What concerns one engine alone is no row of the table.
      if (ancestorTitles[0] === 'Firefox') continue;
      run.features[[...ancestorTitles, title].join(': ')] = status === 'passed';
    }
  }
  runs.push(run);
}
for (const { engine, version, passed, failed } of runs) {
  console.log(`${engine} ${version}: ${passed} passed, ${failed.length} failed`);
  for (const name of failed) console.log(`✗ ${name}`);
}
if (runs.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
if (values.write) {
  const results = runs.map(({ engine, version, features }) => ({ engine, version, features }));
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  await must('npm', ['run', 'docs', '--silent']);
}
