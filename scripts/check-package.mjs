// Checks that the package is what users should get: its files, its types, and how it installs with each React.
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { bundledPackages } from './lib/bundled.mjs';
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
import { must, root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

/** The versions of TypeScript that an app may have, each with its ways of resolving modules. */
const TYPESCRIPTS = [
  { version: '5.4.5', resolutions: ['Node10', 'Bundler', 'Node16', 'NodeNext'] },
  { version: '5.6.3', resolutions: ['Node16', 'Node10', 'Bundler', 'NodeNext'] },
  { version: '7.0.2', resolutions: ['Bundler', 'NodeNext', 'Node16'] },
  { version: '5.9.3', resolutions: ['NodeNext', 'Node10', 'Bundler', 'Node16'] },
];
const MODULES = { Node10: 'ES2022', Bundler: 'ESNext', Node16: 'Node16', NodeNext: 'NodeNext' };

/** `npm test` tries one TypeScript for each React, and one Vite. `npm run test:all` tries them all, and Jest. */
const isAll = process.env.TEST_ALL === '1';

const SERVER_RENDER = `
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { ZoomJoin } from 'react-zoom-join';
const html = renderToString(createElement(ZoomJoin, { meeting: '123 4567 8901', userName: 'Ada', getSignature: () => '' }));
if (!html.includes('data-status="idle"')) throw new Error('No shell was rendered: ' + html);
if (html.includes('123 4567 8901')) throw new Error('The meeting number is in the HTML.');
console.log(html.length);
`;

/** A test of an app in Jest, with jsdom and no other setting. */
const JEST_TEST = `
const React = require('react');
const { createRoot } = require('react-dom/client');
const { ZoomJoin } = require('react-zoom-join');
const { createFakeSdk, createMeetingSimulator } = require('react-zoom-join/testing');

globalThis.IS_REACT_ACT_ENVIRONMENT = true;
test('a meeting is joined', async () => {
  const { getSignature } = createMeetingSimulator({ people: ['Grace'] });
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  const statuses = [];
  const props = {
    meeting: '123 4567 8901', userName: 'Ada', sdk: createFakeSdk(), getSignature,
    onStatusChange: ({ status }) => statuses.push(status),
  };
  await React.act(async () => root.render(React.createElement(ZoomJoin, props)));
  await React.act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(statuses).toEqual(['authorizing', 'joining', 'joined']);
  await React.act(async () => root.unmount());
  expect(document.querySelectorAll('iframe')).toHaveLength(0);
});
`;

const JEST_SERVER_TEST = `
/** @jest-environment node */
test('a signature is made', async () => {
  const { createSignature } = require('react-zoom-join/server');
  const signature = await createSignature({ sdkKey: 'k', sdkSecret: 's', meetingNumber: '123456789', role: 0 });
  expect(signature.split('.')).toHaveLength(3);
});
`;

/** The oldest and the newest major version of Vite that the package supports. */
const VITES = ['5.4.21', '8.3.8'];

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
// Build as somebody does who has NODE_ENV=development set. With `--built`, `npm test` has already done so.
if (!process.argv.includes('--built'))
  await must('npm', ['run', 'build', '--silent'], { quiet: true, env: { NODE_ENV: 'development' } });
await must('node', ['scripts/prepack.mjs'], { quiet: true });
const temp = await mkdtemp(join(tmpdir(), 'react-zoom-join-package-'));
try {
  const packed = JSON.parse(
    await must('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', temp], {
      quiet: true,
    }).then(lastJson),
  );
  const { filename, files, size, unpackedSize } = packed[0];
  const tarball = join(temp, filename);
  console.log(`${filename}: ${files.length} files, ${kB(size)} packed, ${kB(unpackedSize)} unpacked`);

  const names = files.map(({ path }) => path);
  check(
    names.every((name) =>
      /^(dist\/|docs\/[\w-]+\.md$|((server|testing|vite)\/)?package\.json$|(README|SECURITY|CHANGELOG)\.md$|LICENSE$)/.test(
        name,
      ),
    ),
    'only dist/, docs/, the entries for old resolvers and the usual documents are in it',
  );
  const dead = await deadLinks(names);
  check(
    dead.length === 0,
    `its documents link to documents that are in it${dead.map((one) => `, but not ${one}`).join('')}`,
  );
  const bundled = await bundledPackages();
  const bundledNames = [...new Set(bundled.map(({ name }) => name))];
  const { components } = JSON.parse(await readFile(join(root, 'dist', 'sbom.cdx.json'), 'utf8'));
  const documents = ['third-party-licenses.md', 'third-party-licenses-cli.md'];
  const licences = (
    await Promise.all(documents.map((name) => readFile(join(root, 'dist', name), 'utf8')))
  ).join('\n');
  check(
    names.includes('dist/sbom.cdx.json') &&
      bundled.every(({ name, version }) =>
        components.some((one) => one.name === name && one.version === version),
      ),
    `its SBOM lists what is bundled: ${bundledNames.join(' ')}`,
  );
  const unlicensed = bundledNames.filter(
    (name) =>
      !(
        components.filter((one) => one.name === name).every(isPermissive) &&
        licences.includes(`## ${name} - `)
      ),
  );
  check(
    documents.every((name) => names.includes(`dist/${name}`)) && unlicensed.length === 0,
    `their licences are permissive, and in it${unlicensed.map((one) => `, but not that of ${one}`).join('')}`,
  );
  const changed = await changedByAnotherBuild();
  check(
    changed.length === 0,
    `another build has the same bytes${changed.map((one) => `, but not in ${one}`).join('')}`,
  );
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare'].filter(
    (name) => name in manifest.scripts,
  );
  check(hooks.length === 0, 'it runs nothing when it is installed');
  const text = gunzipSync(await readFile(tarball)).toString('latin1');
  check(!text.includes('ReactWidgets=t('), 'none of the SDK’s code is in it');
  check(!text.includes('jsxDEV'), 'its JSX is that of production, whatever NODE_ENV says');
  const published = Object.values(manifest.exports)
    .flatMap((entry) => (typeof entry === 'string' ? [] : Object.values(entry.import)))
    .map((path) => path.replace('./dist/', ''));
  const declared = [...Object.keys(manifest.peerDependencies), ...builtinModules];
  const { packages: imported } = await reachedFrom(...published);
  const undeclared = [...imported].filter(
    (source) =>
      !(
        source.startsWith('node:') ||
        declared.some((name) => source === name || source.startsWith(`${name}/`))
      ),
  );
  check(
    undeclared.length === 0,
    `it declares what it imports${undeclared.map((one) => `, but not ${one}`).join('')}`,
  );
  const { files: reached, packages } = await reachedFrom('index.js');
  check(!reached.has('testing.js'), 'an app does not ship the simulator');
  check(
    [...packages].every((name) => /^react(-dom)?(\/|$)/.test(name)),
    'in a browser it needs nothing but React',
  );

  await must('npx', ['publint', 'run', tarball, '--strict'], { quiet: true });
  check(true, 'publint has nothing to say');
  await must('npx', ['attw', tarball, '--no-color'], { quiet: true });
  check(true, 'the types are right for every resolver');

  await checkAlone(tarball);
  if (isAll) await checkJest(tarball);
  for (const vite of isAll ? VITES : VITES.slice(0, 1)) await checkVite(tarball, vite);
  for (const [at, react] of REACTS.entries())
    await checkApp(
      tarball,
      react,
      isAll ? TYPESCRIPTS : [{ ...TYPESCRIPTS[at], resolutions: TYPESCRIPTS[at].resolutions.slice(0, 1) }],
    );
} finally {
  await rm(temp, { recursive: true, force: true });
}

/** Checks the package in a folder with React and nothing else. */
async function checkAlone(tarball) {
  const folder = join(temp, 'alone');
  await install(folder, ['react', 'react-dom', tarball]);
  const where = 'Beside React alone';
  await checkEverything(where, folder, (file) => must('node', [file], { cwd: folder, quiet: true }));
  checkHelp(where, await must('npx', ['react-zoom-join', '--help'], { cwd: folder, quiet: true }));
  const lock = JSON.parse(await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
  const others = Object.keys(lock.packages)
    .map((path) => path.replace('node_modules/', ''))
    .filter((name) => !['react', 'react-dom', 'scheduler', manifest.name].includes(name));
  check(others.length === 0, `it brings no other package${others.map((one) => `, but ${one}`).join('')}`);
}

/** Checks the package in Jest, which requires it, with jsdom and no other setting. */
async function checkJest(tarball) {
  const folder = join(temp, 'jest');
  await install(folder, ['react', 'react-dom', 'jest@30.5.2', 'jest-environment-jsdom@30.5.2', tarball], {
    type: 'commonjs',
  });
  await writeFile(join(folder, 'meeting.test.js'), JEST_TEST);
  await writeFile(join(folder, 'endpoint.test.js'), JEST_SERVER_TEST);
  const printed = await must('npx', ['jest', '--env=jsdom', '--ci'], { cwd: folder, quiet: true });
  check(/Tests: +2 passed, 2 total/.test(printed), 'Jest 30 with jsdom: it works as it is');
}

/** Checks the plugin in a user's app: type-checks the config and builds the app. */
async function checkVite(tarball, vite) {
  const folder = join(temp, `vite-${vite}`);
  await install(folder, [
    'react',
    'react-dom',
    `vite@${vite}`,
    'typescript@7.0.2',
    '@types/node@20',
    tarball,
  ]);
  // Link our own copy of the SDK, because it is 108 MB.
  await mkdir(join(folder, 'node_modules', '@zoom'));
  await symlink(
    join(root, 'node_modules', '@zoom', 'meetingsdk'),
    join(folder, 'node_modules', '@zoom', 'meetingsdk'),
    'junction',
  );
  await writeFile(join(folder, 'vite.config.ts'), VITE_CONFIG);
  await writeFile(join(folder, 'index.html'), '<script type="module">console.log(1)</script>');
  await typeCheck(folder, 'vite.config.ts', {
    module: 'ESNext',
    moduleResolution: 'bundler',
    skipLibCheck: true,
  });
  await must('npx', ['vite', 'build'], { cwd: folder, quiet: true });
  await access(join(folder, 'dist', 'zoom-sdk', 'zoomus-websdk-embedded.umd.min.js'));
  check(true, `Vite ${vite}: the plugin type-checks, and a build has the SDK’s files`);
}

/** Checks the package in an app with a React of its own: how it installs, its types, what a server renders. */
async function checkApp(tarball, react, typescripts) {
  const folder = join(temp, `react-${react}`);
  await mkdir(folder);
  const manifest = {
    name: 'app',
    private: true,
    type: 'module',
    dependencies: { react, 'react-dom': react },
    devDependencies: {
      ...typesOf(react),
      ...Object.fromEntries(
        typescripts.map(({ version }) => [`typescript-${version}`, `npm:typescript@${version}`]),
      ),
    },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await must('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, quiet: true });
  const output = await must('npm', ['install', '--no-audit', '--no-fund', tarball], {
    cwd: folder,
    quiet: true,
  });
  check(!/ERESOLVE|peer/i.test(output), `React ${react}: it installs without a word about peers`);
  const installed = JSON.parse(await readFile(join(folder, 'node_modules', 'react', 'package.json'), 'utf8'));
  check(installed.version === react, `React ${react}: React stays what it was`);

  await writeFile(join(folder, 'app.tsx'), APP_TSX);
  for (const { version, resolutions } of typescripts) {
    for (const moduleResolution of resolutions) {
      const module = MODULES[moduleResolution];
      const options = { jsx: 'react-jsx', types: [], module, moduleResolution, skipLibCheck: false };
      await typeCheck(folder, 'app.tsx', options, `typescript-${version}`);
      check(
        true,
        `React ${react}, TypeScript ${version}: an app type-checks (${moduleResolution}, skipLibCheck off)`,
      );
    }
  }
  await writeFile(join(folder, 'render.mjs'), SERVER_RENDER);
  const rendered = await must('node', ['render.mjs'], { cwd: folder, quiet: true });
  check(/^\d+\s*$/.test(rendered), `React ${react}: the server renders a shell and prints no warning`);
}

/** Builds a copy of the sources elsewhere. Returns the built files that differ from those in `dist/`. */
async function changedByAnotherBuild() {
  const copy = join(temp, 'copy');
  await mkdir(copy);
  for (const name of [
    'src',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'vite.config.ts',
    'vite.cli.config.ts',
  ])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  await must('npm', ['run', 'build', '--silent'], { cwd: copy, quiet: true });
  const built = (await readdir(join(copy, 'dist'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(join(copy, 'dist'), entry.parentPath), entry.name));
  // The link leads out of the copy, so the files in `node_modules` have a longer path there.
  const read = async (folder, name) =>
    (await readFile(join(folder, 'dist', name), 'utf8')).replace(/(?<=["\s])[^"\s]*node_modules\//g, '');
  const isSame = await Promise.all(
    built.map(async (name) => (await read(copy, name)) === (await read(root, name))),
  );
  return built.filter((_, at) => !isSame[at]);
}

/** Whether a component of the SBOM has one of these licences alone. */
function isPermissive({ licenses = [] }) {
  const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];
  return licenses.length > 0 && licenses.every(({ license }) => allowed.includes(license?.id));
}

/**
 * Returns the built files that entries can load, at once or later, and the packages that they import. An entry can
 * also be a file of types.
 */
async function reachedFrom(...entries) {
  const files = new Set(entries);
  const packages = new Set();
  // Iterating over a set also visits what is added meanwhile.
  for (const file of files) {
    for (const source of await importsOf(file)) {
      const path = file.endsWith('.d.ts') ? source.replace(/\.tsx?$/, '.d.ts') : source;
      if (source.startsWith('.')) files.add(posix.join(posix.dirname(file), path));
      else packages.add(source);
    }
  }
  return { files, packages };
}

/** Returns the sources of all imports and exports of a built file, of any kind. */
async function importsOf(file) {
  const { program } = parseSync(file, await readFile(join(root, 'dist', file), 'utf8'));
  const sources = [];
  // Only nodes that import or export have a `source` that is a literal.
  JSON.stringify(program, (key, value) => {
    if (key === 'source' && typeof value?.value === 'string') sources.push(value.value);
    return value;
  });
  return sources;
}

/** Returns the links from the package's documents to documents that it lacks: `target in file`. */
async function deadLinks(names) {
  const { linksOf } = await runTypeScript('scripts/lib/links.ts');
  const dead = [];
  for (const name of names.filter((one) => one.endsWith('.md'))) {
    for (const { path } of linksOf(await readFile(join(root, name), 'utf8'))) {
      const isIn = names.includes(posix.join(posix.dirname(name), path));
      if (path.endsWith('.md') && !isIn) dead.push(`${path} in ${name}`);
    }
  }
  return dead;
}

/** Returns the JSON in npm's output. npm prints warnings before it. */
function lastJson(output) {
  return output.slice(output.indexOf('[\n'));
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
