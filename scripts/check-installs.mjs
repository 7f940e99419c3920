// `npm run test:installs`: installs the package with each package manager, and runs it on each Node that it admits.
// Nobody may be warned, and no manager may need to be told anything for the package itself.
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  check,
  IMPORT_EVERYTHING,
  REQUIRE_EVERYTHING,
  SIGN_AND_RENDER,
  VITE_CONFIG,
} from './lib/consumer.mjs';
import { ensureInstalled, ensurePacked, TARBALL } from './lib/ensure.mjs';
import { must, root } from './lib/run.mjs';

/**
 * The package managers. `command` is how npx runs it. `exec` runs a command of an installed package, or Node. `files`
 * are what docs/self-hosting.md says for an app that also installs the SDK.
 */
const MANAGERS = [
  { name: 'npm', command: ['npm'], exec: ['exec', '--'], overrides: true },
  { name: 'pnpm 10', command: ['pnpm@10.34.8'], exec: ['exec'] },
  {
    name: 'pnpm 12',
    command: ['pnpm@12.21.0'],
    exec: ['exec'],
    files: { 'pnpm-workspace.yaml': "allowBuilds:\n  '@zoom/meetingsdk': false\n" },
  },
  { name: 'yarn 1', command: ['yarn@1.22.22'], exec: [] },
  {
    name: 'yarn 4',
    command: ['-p', '@yarnpkg/cli-dist@4.18.1', 'yarn'],
    exec: [],
    // Otherwise, yarn looks for a project in the folders above.
    files: { 'yarn.lock': '', '.yarnrc.yml': 'nodeLinker: node-modules\n' },
  },
  {
    name: 'yarn 4 with PnP',
    command: ['-p', '@yarnpkg/cli-dist@4.18.1', 'yarn'],
    exec: [],
    files: { 'yarn.lock': '' },
  },
];

/** The oldest Node of each line that the package admits, and the newest. */
const NODES = ['20.19.0', '22.12.0', '24.0.0', '26.10.0'];

/** A package manager's words for what somebody should look after. */
const WARNING = /\b(warn|warning|deprecated|ERR!?)\b|unmet|incorrect|YN00(02|60|86)/i;

const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

await ensureInstalled();
await ensurePacked();
const temp = await mkdtemp(join(tmpdir(), 'react-zoom-join-installs-'));
try {
  for (const manager of MANAGERS) await checkManager(manager);
  await checkNodes();
} finally {
  await rm(temp, { recursive: true, force: true });
}

async function checkManager({ name, command, exec, files = {}, overrides = false }) {
  const cwd = join(temp, name.replaceAll(' ', '-'));
  await mkdir(cwd);
  const run = (...args) => {
    const [first, ...rest] = command[0] === 'npm' ? command : ['npx', '--yes', ...command];
    // In CI, yarn and pnpm refuse to change a lockfile.
    return must(first, [...rest, ...args], { cwd, quiet: true, env: { CI: '' } });
  };
  const write = async (more) => {
    const dependencies = { react: '19.3.1', 'react-dom': '19.3.1', 'react-zoom-join': `file:${TARBALL}` };
    const manifest = { name: 'app', private: true, type: 'module', dependencies, ...more(dependencies) };
    await writeFile(join(cwd, 'package.json'), JSON.stringify(manifest));
  };

  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text);
  await write(() => ({}));
  const printed = await run('install');
  const warnings = printed.split('\n').filter((line) => WARNING.test(line));
  check(
    warnings.length === 0,
    `${name}: it installs without a warning${warnings.map((one) => `\n  ${one}`).join('')}`,
  );
  await writeScripts(cwd);
  await checkScripts(name, (file) => run(...exec, 'node', file));
  const help = await run(...exec, 'react-zoom-join', '--help');
  check(/copy-sdk.*doctor.*headers.*migrate/s.test(help), `${name}: the command says what it can do`);

  await write((dependencies) => ({
    dependencies: { ...dependencies, '@zoom/meetingsdk': '6.2.0', vite: '8.3.8' },
    ...(overrides ? { overrides: { react: '$react', 'react-dom': '$react-dom' } } : {}),
  }));
  await run('install');
  await writeFile(join(cwd, 'vite.config.mjs'), VITE_CONFIG);
  await writeFile(join(cwd, 'index.html'), '<script type="module">import "react-zoom-join"</script>');
  await run(...exec, 'vite', 'build');
  await access(join(cwd, 'dist', 'zoom-sdk', 'zoomus-websdk-embedded.umd.min.js'));
  check(true, `${name}: with the SDK and Vite, a build has the SDK’s files`);
}

async function checkNodes() {
  const cwd = join(temp, 'nodes');
  await mkdir(cwd);
  await writeFile(join(cwd, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  const install = (...packages) =>
    must('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
      cwd,
      quiet: true,
    });
  await install('react@19.3.1', 'react-dom@19.3.1', TARBALL);
  await writeScripts(cwd);
  for (const version of NODES) {
    await install('--no-save', `node@${version}`);
    const run = (...args) => must('npx', ['node', ...args], { cwd, quiet: true });
    const real = (await run('--version')).trim();
    check(real === `v${version}`, `Node ${version} is there`);
    await checkScripts(`Node ${version}`, run);
  }
}

async function writeScripts(folder) {
  await writeFile(join(folder, 'import.mjs'), IMPORT_EVERYTHING);
  await writeFile(join(folder, 'require.cjs'), REQUIRE_EVERYTHING);
  await writeFile(join(folder, 'sign-and-render.mjs'), SIGN_AND_RENDER);
}

async function checkScripts(where, run) {
  for (const [file, how] of [
    ['import.mjs', 'imported'],
    ['require.cjs', 'required'],
  ]) {
    const printed = await run(file);
    const isThere = (key) => printed.includes(`${key} `);
    check(Object.keys(exports).every(isThere), `${where}: each entry can be ${how}`);
  }
  const made = await run('sign-and-render.mjs');
  check(/^[\w-]+\.[\w-]+\.[\w-]+$/m.test(made), `${where}: it makes a signature`);
  check(made.includes('data-status="idle"'), `${where}: a server renders the component`);
}
