// Checks that the package is what users should get: its files, its types, and how it installs with each React.
import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseSync } from 'vite';
import { must, root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

/** The React and its types that an app has. Installing our package must not change the React. */
const APPS = [
  { react: '18.2.0', types: '18.2.79' },
  { react: '18.3.1', types: '18.3.31' },
  { react: '19.3.1', types: '19.3.0' },
];

const APP_TSX = `
import { ZoomJoin, ZoomJoinError, selfHosted, type ZoomJoinHandle } from 'react-zoom-join';
import { createGrant, createSignature, createSignatureHandler } from 'react-zoom-join/server';
import { createMeetingSimulator } from 'react-zoom-join/testing';
import { createRef } from 'react';

const ref = createRef<ZoomJoinHandle>();
const simulator = createMeetingSimulator({ people: ['Grace'] });
export const handler = createSignatureHandler({ sdkKey: 'k', sdkSecret: 's', authorize: (_request, ask) => ({ meetingNumber: ask.meeting }) });
export const grant = () => createGrant({ sdkKey: 'k', sdkSecret: 's', meetingNumber: '123456789', role: 'host' });
export const sign = () => createSignature({ sdkKey: 'k', sdkSecret: 's', meetingNumber: '123456789', role: 0 });
export const app = (
  <ZoomJoin ref={ref} meeting="123 4567 8901" userName="Ada" sdk={simulator.sdk ?? selfHosted()}
    getSignature={async (request, { signal }) => (await fetch('/api/zoom', { method: 'POST', body: JSON.stringify(request), signal })).text()}
    data-testid="zoom" onClick={() => ref.current?.retry({ password: 'p' })}
    screens={{ idle: ({ join, retry }) => <button onClick={retry} onFocus={join}>Go</button>, left: <p>Bye</p> }}
    onError={(error: ZoomJoinError) => console.log(error.code)}
    onUserAdded={(users) => console.log(users.map((user) => user.userId))} />
);
`;

const SERVER_RENDER = `
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { ZoomJoin } from 'react-zoom-join';
const html = renderToString(createElement(ZoomJoin, { meeting: '123 4567 8901', userName: 'Ada', getSignature: () => '' }));
if (!html.includes('data-status="idle"')) throw new Error('No shell was rendered: ' + html);
if (html.includes('123 4567 8901')) throw new Error('The meeting number is in the HTML.');
console.log(html.length);
`;

/** Imports each entry of the installed package and prints how many names it exports. */
const IMPORT_EVERYTHING = `
import { readFileSync } from 'node:fs';
const { exports } = JSON.parse(readFileSync('node_modules/react-zoom-join/package.json', 'utf8'));
for (const key of Object.keys(exports)) {
  const options = key.endsWith('.json') ? { with: { type: 'json' } } : {};
  const names = Object.keys(await import('react-zoom-join' + key.slice(1), options));
  if (names.length === 0) throw new Error(key + ' brings nothing.');
  console.log(key + ' ' + names.length);
}
`;

/** The oldest and the newest major version of Vite that the package supports. */
const VITES = ['5.4.21', '8.3.8'];

const VITE_CONFIG = `
import { defineConfig } from 'vite';
import { zoomSdkAssets } from 'react-zoom-join/vite';
export default defineConfig({ plugins: [zoomSdkAssets()] });
`;

const check = (condition, message) => {
  if (!condition) throw new Error(message);
  console.log(`ok  ${message}`);
};

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
// Build as somebody does who has NODE_ENV=development set. With `--built`, `npm test` has already done so.
if (!process.argv.includes('--built'))
  await must('npm', ['run', 'build', '--silent'], { quiet: true, env: { NODE_ENV: 'development' } });
await must('node', ['scripts/sbom.mjs'], { quiet: true });
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
      /^(dist\/|docs\/[\w-]+\.md$|package\.json$|(README|SECURITY|CHANGELOG)\.md$|LICENSE$)/.test(name),
    ),
    'only dist/, docs/ and the usual documents are in it',
  );
  const dead = await deadLinks(names);
  check(
    dead.length === 0,
    `its documents link to documents that are in it${dead.map((one) => `, but not ${one}`).join('')}`,
  );
  const { components } = JSON.parse(await readFile(join(root, 'dist', 'sbom.cdx.json'), 'utf8'));
  const listed = new Set(components.map((component) => component.name));
  check(
    names.includes('dist/sbom.cdx.json') &&
      Object.keys(manifest.dependencies).every((name) => listed.has(name)),
    'its SBOM lists what is installed with it',
  );
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare'].filter(
    (name) => name in manifest.scripts,
  );
  check(hooks.length === 0, 'it runs nothing when it is installed');
  const text = gunzipSync(await readFile(tarball)).toString('latin1');
  check(!text.includes('ReactWidgets=t('), 'none of the SDK’s code is in it');
  check(!text.includes('jsxDEV'), 'its JSX is that of production, whatever NODE_ENV says');
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const undeclared = await undeclaredImports(declared);
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
  await must('npx', ['attw', tarball, '--profile', 'esm-only', '--no-color'], { quiet: true });
  check(true, 'the types are right for every resolver of ES modules');

  await checkAlone(tarball);
  for (const vite of VITES) await checkVite(tarball, vite);
  for (const app of APPS) await checkApp(tarball, app);
} finally {
  await rm(temp, { recursive: true, force: true });
}

/** Checks the package in a folder with React and nothing else. */
async function checkAlone(tarball) {
  const folder = join(temp, 'alone');
  await install(folder, ['react', 'react-dom', tarball]);
  await writeFile(join(folder, 'everything.mjs'), IMPORT_EVERYTHING);
  const imported = await must('node', ['everything.mjs'], { cwd: folder, quiet: true });
  const entries = Object.keys(manifest.exports);
  check(
    entries.every((key) => imported.includes(`${key} `)),
    `beside React alone, each entry can be imported: ${entries.join(' ')}`,
  );
  const lock = JSON.parse(await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
  const running = Object.keys(lock.packages).filter((path) => lock.packages[path].hasInstallScript);
  check(
    running.length === 0,
    `nothing that is installed with it runs a script${running.map((one) => `, but ${one}`).join('')}`,
  );
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

async function install(folder, packages) {
  await mkdir(folder);
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'app', private: true, type: 'module' }),
  );
  await must('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder, quiet: true });
}

async function typeCheck(folder, file, compilerOptions) {
  const tsconfig = {
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      ...compilerOptions,
    },
    files: [file],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  await must('npx', ['tsc', '-p', 'tsconfig.json'], { cwd: folder, quiet: true });
}

async function checkApp(tarball, { react, types }) {
  const folder = join(temp, `react-${react}`);
  await mkdir(folder);
  const manifest = {
    name: 'app',
    private: true,
    type: 'module',
    dependencies: { react, 'react-dom': react },
    devDependencies: {
      '@types/react': types,
      '@types/react-dom': types.startsWith('18.2') ? '18.2.25' : types.startsWith('18.3') ? '18.3.7' : types,
      typescript: '7.0.2',
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
  for (const [module, resolution] of [
    ['ESNext', 'bundler'],
    ['NodeNext', 'NodeNext'],
  ]) {
    await typeCheck(folder, 'app.tsx', {
      jsx: 'react-jsx',
      types: [],
      module,
      moduleResolution: resolution,
      skipLibCheck: false,
    });
    check(true, `React ${react}: an app type-checks (${resolution}, skipLibCheck off)`);
  }
  await writeFile(join(folder, 'render.mjs'), SERVER_RENDER);
  const rendered = await must('node', ['render.mjs'], { cwd: folder, quiet: true });
  check(/^\d+\s*$/.test(rendered), `React ${react}: the server renders a shell and prints no warning`);
}

/** Returns the built files that an entry can load, at once or later, and the packages that they import. */
async function reachedFrom(entry) {
  const files = new Set([entry]);
  const packages = new Set();
  // Iterating over a set also visits what is added meanwhile.
  for (const file of files) {
    for (const source of await importsOf(file)) {
      if (source.startsWith('.')) files.add(posix.join(posix.dirname(file), source));
      else packages.add(source);
    }
  }
  return { files, packages };
}

/**
 * Returns what a built file, or its types, imports although the manifest does not declare it: `package in file`.
 */
async function undeclaredImports(declared) {
  const names = await readdir(join(root, 'dist'), { recursive: true });
  const found = [];
  for (const file of names.filter((name) => /\.(js|d\.ts)$/.test(name))) {
    for (const source of await importsOf(file)) {
      const isKnown = declared.some((name) => source === name || source.startsWith(`${name}/`));
      if (!(isKnown || /^(\.|node:)/.test(source))) found.push(`${source} in ${file}`);
    }
  }
  return found;
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
