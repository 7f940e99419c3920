// `npm run test:examples [-- words]`: checks the examples whose names contain one of the words, or all of them. `core`
// stands for those that most people use, and leaves out `bytes`, which takes two more builds.
import { ensureBrowser, ensureInstalled, ensurePacked } from './lib/ensure.mjs';
import { runVitest } from './lib/vitest.mjs';

const STEPS = ['install', 'types', 'build', 'open', 'join', 'navigate', 'leave', 'noise', 'bytes'];

await ensureInstalled();
await ensurePacked();
const env = { EXAMPLES: process.argv.slice(2).join(' '), CHROMIUM_PATH: await ensureBrowser() };
const { code, testResults } = await runVitest(['examples'], { env, reporter: 'verbose' });

/** The results of each example in each mode, by the name of the step. */
const rows = new Map();
for (const { ancestorTitles, title, ...result } of testResults.flatMap((one) => one.assertionResults)) {
  const [name] = ancestorTitles;
  if (name === undefined) continue; // a test about all examples
  rows.set(name, { ...rows.get(name), [title]: result });
}
const cells = [...rows].map(([name, results]) => [name, ...STEPS.map((step) => cell(results[step]))]);
const lines = [['', ...STEPS], ...cells];
const widths = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)));
console.log(lines.map((line) => line.map((text, at) => text.padEnd(widths[at])).join('  ')).join('\n'));
process.exitCode = code;

function cell(result) {
  // A step that an example doesn't have, or that was skipped because the one before has failed.
  if (!['passed', 'failed'].includes(result?.status)) return '–';
  const time = `${(result.duration / 1000).toFixed(1)} s`;
  if (result.status === 'failed') return `FAILED ${time}`;
  return result.meta?.cell ?? `ok ${time}`;
}
