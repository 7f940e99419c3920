// `npm run test:sdks`: runs the browser tests with each SDK that this package is said to work with, and writes the table
// of docs/compatibility.md. `-- 6.3.0` tries another version of npm's, `-- ./folder` an SDK on this disk; both say first
// what has changed from the tested one. `--core` runs what `npm test` runs: the oldest version, and a few files.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser, ensureInstalled } from './lib/ensure.mjs';
import { must, root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';
import { runVitest } from './lib/vitest.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { core: { type: 'boolean', default: false } },
});
const SDKS = join(root, 'test', 'sdks');
const TESTED = join(root, 'node_modules', '@zoom', 'meetingsdk', 'dist');
/** The tests of `--core`. */
const CORE = ['test/browser/join.test.ts'];
/** These change the tested SDK's file, or are about one that is too old. */
const NOT_FOR_OTHERS = ['test/browser/{changed-sdk,module-sdk,old-sdk,demo}.test.ts'];

await ensureInstalled();
const { TRIED_VERSIONS } = await runTypeScript('src/sdk/profile/tried-versions.ts');
const { compareSdks, readSdk } = await runTypeScript('test/sdks/compare.ts');
process.env.CHROMIUM_PATH = await ensureBrowser();

/** The `dist` folders to try, by how they are called. */
const folders = positionals.length > 0 ? await othersOf(positionals) : await knownOnes();
const rows = [];
for (const [name, folder] of folders) {
  const lines = folder === TESTED ? [] : compareSdks(readSdk(TESTED), readSdk(folder));
  console.log(`\n── SDK ${name}${lines.map((line) => `\n   ${line}`).join('')}\n`);
  const {
    code,
    testResults,
    numPassedTests = 0,
    numFailedTests = 0,
  } = await runVitest(['browser'], {
    env: { SDK_FOLDER: folder },
    files: values.core ? CORE : [],
    exclude: folder === TESTED ? [] : NOT_FOR_OTHERS,
  });
  rows.push({ name, lines, code, passed: numPassedTests, failed: numFailedTests, testResults });
}
for (const { name, code, passed, failed } of rows)
  console.log(`SDK ${name}: ${passed} passed, ${failed} failed${code === 0 ? '' : ' ✗'}`);
if (positionals.length === 0 && !values.core) await writeTable();
if (rows.some(({ code }) => code !== 0)) process.exitCode = 1;

async function knownOnes() {
  await ensureInstalled(SDKS);
  const others = TRIED_VERSIONS.filter((version) => existsSync(join(SDKS, 'node_modules', `sdk-${version}`)));
  const folderOf = (version) => join(SDKS, 'node_modules', `sdk-${version}`, 'dist');
  const versions = values.core ? others.slice(0, 1) : others;
  const tested = TRIED_VERSIONS.at(-1);
  return [
    ...versions.map((version) => [version, folderOf(version)]),
    ...(values.core ? [] : [[tested, TESTED]]),
  ];
}

/** Versions are installed into a folder that git ignores. */
async function othersOf(asked) {
  const folder = join(root, 'test', '__output__', 'sdks');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const found = [];
  for (const one of asked) {
    if (/^\d+\.\d+\.\d+/.test(one)) {
      const spec = `sdk-${one}@npm:@zoom/meetingsdk@${one}`;
      const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
      await must('npm', ['install', spec, ...flags], { cwd: folder });
      found.push([one, join(folder, 'node_modules', `sdk-${one}`, 'dist')]);
    } else {
      const path = resolve(one);
      found.push([one, existsSync(join(path, 'dist')) ? join(path, 'dist') : path]);
    }
  }
  return found;
}

async function writeTable() {
  const { compatibilityDocument } = await runTypeScript('scripts/lib/compatibility-document.ts');
  const runs = rows.map(({ name, lines, testResults }) => {
    const results = testResults.map(({ name: path, assertionResults }) => {
      const passed = assertionResults.filter(({ status }) => status === 'passed').length;
      return [path.slice(root.length), { passed, all: assertionResults.length }];
    });
    return { version: name, lines, results: Object.fromEntries(results) };
  });
  await writeFile(join(root, 'docs', 'compatibility.md'), compatibilityDocument(runs));
}
