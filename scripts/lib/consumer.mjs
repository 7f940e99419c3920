// What the checks of the package do in an app that uses it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, root } from './run.mjs';

/** The types of each React that an app may have. */
const TYPES = {
  '18.2.0': { '@types/react': '18.2.79', '@types/react-dom': '18.2.25' },
  '18.3.1': { '@types/react': '18.3.31', '@types/react-dom': '18.3.7' },
  '19.3.1': { '@types/react': '19.3.0', '@types/react-dom': '19.3.0' },
};

/** Each React that an app may have. Installing our package must not change it. */
export const REACTS = Object.keys(TYPES);

/** Returns the dependencies of a TypeScript app that are the types of its React. */
export const typesOf = (react) => TYPES[react];

/** Imports each entry of the installed package and prints how many names it exports. */
const IMPORT_EVERYTHING = `
import { createRequire } from 'node:module';
const { exports } = createRequire(import.meta.url)('react-zoom-join/package.json');
for (const key of Object.keys(exports)) {
  const options = key.endsWith('.json') ? { with: { type: 'json' } } : {};
  const names = Object.keys(await import('react-zoom-join' + key.slice(1), options));
  if (names.length === 0) throw new Error(key + ' brings nothing.');
  console.log(key + ' ' + names.length);
}
`;

/** Requires each entry of the installed package, as Node does with CommonJS. */
const REQUIRE_EVERYTHING = `
const manifest = require('react-zoom-join/package.json');
for (const key of Object.keys(manifest.exports)) console.log(key + ' ' + Object.keys(require('react-zoom-join' + key.slice(1))).length);
`;

/** Prints a signature, and what a server renders. */
const SIGN_AND_RENDER = `
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { ZoomJoin } from 'react-zoom-join';
import { createSignature } from 'react-zoom-join/server';
console.log(await createSignature({ sdkKey: 'k', sdkSecret: 's', meetingNumber: '123456789', role: 0 }));
console.log(renderToString(createElement(ZoomJoin, { meeting: '1', userName: 'Ada', getSignature: () => '' })));
`;

/** A TypeScript app that uses most of the package. */
export const APP_TSX = `
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

export const VITE_CONFIG = `
import { defineConfig } from 'vite';
import { zoomSdkAssets } from 'react-zoom-join/vite';
export default defineConfig({ plugins: [zoomSdkAssets()] });
`;

/** Prints what is true. Throws an error if it is not. */
export function check(condition, message) {
  if (!condition) throw new Error(message);
  console.log(`ok  ${message}`);
}

/** Makes an app in a new folder, in which npm installs these packages. */
export async function install(folder, packages, { type = 'module' } = {}) {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'app', private: true, type }));
  await must('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder, quiet: true });
}

/**
 * Checks what an app can do with the package without a browser.
 *
 * @param where What the messages begin with.
 * @param run Runs a script of `folder` with Node, and resolves to what it prints.
 */
export async function checkEverything(where, folder, run) {
  const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const entries = Object.keys(exports);
  for (const [file, script, how] of [
    ['import.mjs', IMPORT_EVERYTHING, 'imported'],
    ['require.cjs', REQUIRE_EVERYTHING, 'required'],
  ]) {
    await writeFile(join(folder, file), script);
    const printed = await run(file);
    check(
      entries.every((key) => printed.includes(`${key} `)),
      `${where}: each entry can be ${how}: ${entries.join(' ')}`,
    );
  }
  await writeFile(join(folder, 'sign-and-render.mjs'), SIGN_AND_RENDER);
  const made = await run('sign-and-render.mjs');
  check(/^[\w-]+\.[\w-]+\.[\w-]+$/m.test(made), `${where}: it makes a signature`);
  check(made.includes('data-status="idle"'), `${where}: a server renders the component`);
}

/** Checks that the package's command says what it can do. */
export function checkHelp(where, help) {
  check(/copy-sdk.*doctor.*headers.*migrate/s.test(help), `${where}: the command says what it can do`);
}

/** Type-checks a file of an app, with the TypeScript that is installed there under this name. */
export async function typeCheck(folder, file, compilerOptions, typescript = 'typescript') {
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
  const tsc = join('node_modules', typescript, 'bin', 'tsc');
  await must('node', [tsc, '-p', 'tsconfig.json'], { cwd: folder, quiet: true });
}
