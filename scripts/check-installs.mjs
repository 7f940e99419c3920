// `npm run test:installs`: installs the package with each package manager, beside each SDK and React, and runs it on each
// Node that it admits. Nobody may be warned, and no manager may need to be told anything for the package itself.
// `-- --write` only tries the SDKs, and writes what npm needs for each of them into docs/compatibility.md.
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import {
  APP_TSX,
  check,
  checkEverything,
  checkHelp,
  install,
  REACTS,
  typeCheck,
  typesOf,
  VITE_CONFIG,
} from './lib/consumer.mjs';
import { ensureInstalled, ensurePacked, TARBALL } from './lib/ensure.mjs';
import { must, root, run } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

/** What docs/compatibility.md is written from. */
const RESULTS = join(root, 'test', 'sdks', 'installs.json');

/**
 * What npm has to be told about the SDK, in package.json. It asks for React 18.2.0, and by react-redux for types older
 * than those of React 19. Its script prints a notice and does nothing else.
 */
const LINES = {
  overrides: {
    '@zoom/meetingsdk': {
      react: '>=18',
      'react-dom': '>=18',
      '@types/react': '>=18',
      '@types/react-dom': '>=18',
    },
  },
  allowScripts: { '@zoom/meetingsdk': false },
};
/** What npm says without these lines. */
const SIGNS = {
  overrides: /ERESOLVE.*While resolving: (@zoom\/meetingsdk|react-redux)@/s,
  allowScripts: /install-scripts +@zoom\/meetingsdk@/,
};

const YARN_4 = ['npx', '--yes', '-p', '@yarnpkg/cli-dist@4.18.1', 'yarn'];

/**
 * The package managers. `command` starts one. `exec` runs a command of an installed package, or Node. `files`
 * are what docs/self-hosting.md says for an app that also installs the SDK.
 */
const MANAGERS = [
  { name: 'npm 10', command: ['npx', '--yes', 'npm@10.9.9'], exec: ['exec', '--'], lines: LINES },
  { name: 'npm 11', command: ['npx', '--yes', 'npm@11.21.2'], exec: ['exec', '--'], lines: LINES },
  { name: 'pnpm 10', command: ['npx', '--yes', 'pnpm@10.34.8'], exec: ['exec'] },
  {
    name: 'pnpm 12',
    command: ['npx', '--yes', 'pnpm@12.21.0'],
    exec: ['exec'],
    files: { 'pnpm-workspace.yaml': "allowBuilds:\n  '@zoom/meetingsdk': false\n" },
  },
  { name: 'yarn 1', command: ['npx', '--yes', 'yarn@1.22.22'], exec: [] },
  {
    name: 'yarn 4',
    command: YARN_4,
    exec: [],
    // Otherwise, yarn looks for a project in the folders above.
    files: { 'yarn.lock': '', '.yarnrc.yml': 'nodeLinker: node-modules\n' },
  },
  {
    name: 'yarn 4 with PnP',
    command: YARN_4,
    exec: [],
    files: { 'yarn.lock': '' },
  },
];

/** The oldest Node of each line that the package admits, and the newest. */
const NODES = ['20.19.0', '22.12.0', '24.0.0', '26.10.0'];

/** A package manager's words for what somebody should look after. */
const WARNING = /\b(warn|warning|deprecated|ERR!?)\b|unmet|incorrect|YN00(02|60|86)/i;

/** npm also warns about settings of the machine that it doesn't know. */
const SETTING = /Unknown \w+ config/;

await ensureInstalled();
await ensurePacked();
const { TRIED_VERSIONS } = await runTypeScript('src/sdk/profile/tried-versions.ts');
const temp = await mkdtemp(join(tmpdir(), 'react-zoom-join-installs-'));
try {
  const found = { lines: LINES, installs: await checkSdks() };
  if (options.write) await writeResults(found);
  else {
    check(
      isDeepStrictEqual(found, JSON.parse(await readFile(RESULTS, 'utf8'))),
      'docs/compatibility.md says what npm needs for each SDK',
    );
    for (const manager of MANAGERS) await checkManager(manager);
    await checkNodes();
  }
} finally {
  await rm(temp, { recursive: true, force: true });
}

/** Installs each SDK beside each React that it doesn't ask for. Resolves to the lines that npm needs. */
async function checkSdks() {
  const installs = [];
  for (const sdk of TRIED_VERSIONS)
    for (const react of REACTS.filter((version) => version !== '18.2.0'))
      for (const { name: npm, command } of MANAGERS.filter(({ lines }) => lines !== undefined))
        for (const app of ['JavaScript', 'TypeScript'])
          installs.push({ sdk, react, npm, app, lines: await checkSdk({ sdk, react, npm, command, app }) });
  return installs;
}

/** Checks an app that has the SDK, with all lines. Resolves to the names of those that npm needs. */
async function checkSdk({ sdk, react, npm, command: [program, ...first], app }) {
  const where = `SDK ${sdk}, React ${react}, ${npm}, ${app}`;
  const cwd = join(temp, 'sdk');
  const manifest = {
    name: 'app',
    private: true,
    type: 'module',
    dependencies: {
      react,
      'react-dom': react,
      'react-zoom-join': `file:${TARBALL}`,
      '@zoom/meetingsdk': sdk,
    },
    devDependencies: app === 'TypeScript' ? { ...typesOf(react), typescript: '7.0.2' } : {},
  };
  const installWith = async (lines, ...flags) => {
    await rm(cwd, { recursive: true, force: true });
    await mkdir(cwd);
    await writeFile(join(cwd, 'package.json'), JSON.stringify({ ...manifest, ...lines }));
    return run(program, [...first, 'install', '--no-audit', '--no-fund', ...flags], { cwd, quiet: true });
  };

  const needed = new Set();
  for (const lines of [{}, { overrides: LINES.overrides }]) {
    const { code, output } = await installWith(lines, '--package-lock-only');
    const asked = Object.keys(SIGNS).filter((line) => SIGNS[line].test(output));
    if (code !== 0 && asked.length === 0) throw new Error(`${where}: npm fails.\n${output}`);
    for (const line of asked) needed.add(line);
    if (!asked.includes('overrides')) break;
  }
  const { code, output } = await installWith(LINES);
  if (code !== 0) throw new Error(`${where}: npm fails with all lines.\n${output}`);
  checkWarnings(`${where}: it installs`, output);
  check(true, `${where}: npm needs ${[...needed].join(' and ') || 'nothing'}`);
  if (app === 'TypeScript') {
    await writeFile(join(cwd, 'app.tsx'), APP_TSX);
    await typeCheck(cwd, 'app.tsx', {
      jsx: 'react-jsx',
      types: [],
      module: 'ESNext',
      moduleResolution: 'Bundler',
    });
    check(true, `${where}: it type-checks`);
  } else await checkEverything(where, cwd, (file) => must('node', [file], { cwd, quiet: true }));
  return [...needed];
}

async function writeResults(found) {
  await writeFile(RESULTS, `${JSON.stringify(found, null, 2)}\n`);
  await must('npx', ['biome', 'check', '--write', RESULTS], { quiet: true });
  await must('npm', ['run', 'docs', '--silent']);
}

function checkWarnings(what, printed) {
  const warnings = printed.split('\n').filter((line) => WARNING.test(line) && !SETTING.test(line));
  check(warnings.length === 0, `${what} without a warning${warnings.map((one) => `\n  ${one}`).join('')}`);
}

async function checkManager({ name, command, exec, files = {}, lines = {} }) {
  const cwd = join(temp, name.replaceAll(' ', '-'));
  await mkdir(cwd);
  const [program, ...first] = command;
  // In CI, yarn and pnpm refuse to change a lockfile.
  const runManager = (...args) => must(program, [...first, ...args], { cwd, quiet: true, env: { CI: '' } });
  const write = async (more, rest) => {
    const dependencies = { react: '19.3.1', 'react-dom': '19.3.1', 'react-zoom-join': `file:${TARBALL}` };
    const manifest = {
      name: 'app',
      private: true,
      type: 'module',
      dependencies: { ...dependencies, ...more },
    };
    await writeFile(join(cwd, 'package.json'), JSON.stringify({ ...manifest, ...rest }));
  };

  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text);
  await write({}, {});
  checkWarnings(`${name}: it installs`, await runManager('install'));
  await checkEverything(name, cwd, (file) => runManager(...exec, 'node', file));
  checkHelp(name, await runManager(...exec, 'react-zoom-join', '--help'));

  await write({ '@zoom/meetingsdk': TRIED_VERSIONS.at(-1), vite: '8.3.8' }, lines);
  await runManager('install');
  await writeFile(join(cwd, 'vite.config.mjs'), VITE_CONFIG);
  await writeFile(join(cwd, 'index.html'), '<script type="module">import "react-zoom-join"</script>');
  await runManager(...exec, 'vite', 'build');
  await access(join(cwd, 'dist', 'zoom-sdk', 'zoomus-websdk-embedded.umd.min.js'));
  check(true, `${name}: with the SDK and Vite, a build has the SDK’s files`);
}

async function checkNodes() {
  const cwd = join(temp, 'nodes');
  await install(cwd, ['react@19.3.1', 'react-dom@19.3.1', TARBALL]);
  for (const version of NODES) {
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    await must('npm', ['install', '--no-save', ...quiet, `node@${version}`], { cwd, quiet: true });
    const runNode = (...args) => must('npx', ['node', ...args], { cwd, quiet: true });
    check((await runNode('--version')).trim() === `v${version}`, `Node ${version} is there`);
    await checkEverything(`Node ${version}`, cwd, runNode);
  }
}
