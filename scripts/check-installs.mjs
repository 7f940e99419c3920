// `npm run test:installs`: installs the package with each package manager, and runs it on each Node that it admits.
// Nobody may be warned, and no manager may need to be told anything for the package itself.
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, checkEverything, checkHelp, install, VITE_CONFIG } from './lib/consumer.mjs';
import { ensureInstalled, ensurePacked, TARBALL } from './lib/ensure.mjs';
import { must } from './lib/run.mjs';

const YARN_4 = ['npx', '--yes', '-p', '@yarnpkg/cli-dist@4.18.1', 'yarn'];

/**
 * The package managers. `command` starts one. `exec` runs a command of an installed package, or Node. `files`
 * are what docs/self-hosting.md says for an app that also installs the SDK.
 */
const MANAGERS = [
  { name: 'npm', command: ['npm'], exec: ['exec', '--'], overrides: true },
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
  const [program, ...first] = command;
  // In CI, yarn and pnpm refuse to change a lockfile.
  const run = (...args) => must(program, [...first, ...args], { cwd, quiet: true, env: { CI: '' } });
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
  await checkEverything(name, cwd, (file) => run(...exec, 'node', file));
  checkHelp(name, await run(...exec, 'react-zoom-join', '--help'));

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
  await install(cwd, ['react@19.3.1', 'react-dom@19.3.1', TARBALL]);
  for (const version of NODES) {
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    await must('npm', ['install', '--no-save', ...quiet, `node@${version}`], { cwd, quiet: true });
    const run = (...args) => must('npx', ['node', ...args], { cwd, quiet: true });
    check((await run('--version')).trim() === `v${version}`, `Node ${version} is there`);
    await checkEverything(`Node ${version}`, cwd, run);
  }
}
