// What the checks of the package have in an app that uses it.

/** Imports each entry of the installed package and prints how many names it exports. */
export const IMPORT_EVERYTHING = `
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
export const REQUIRE_EVERYTHING = `
const manifest = require('react-zoom-join/package.json');
for (const key of Object.keys(manifest.exports)) console.log(key + ' ' + Object.keys(require('react-zoom-join' + key.slice(1))).length);
`;

/** Prints a signature, and what a server renders. */
export const SIGN_AND_RENDER = `
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { ZoomJoin } from 'react-zoom-join';
import { createSignature } from 'react-zoom-join/server';
console.log(await createSignature({ sdkKey: 'k', sdkSecret: 's', meetingNumber: '123456789', role: 0 }));
console.log(renderToString(createElement(ZoomJoin, { meeting: '1', userName: 'Ada', getSignature: () => '' })));
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
