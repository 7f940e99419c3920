import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export const ROOT = path('../..');
/** The documents whose code is written to files. */
const DOCUMENTS = ['endpoint.md', 'keeping-people-out.md'];
/** The folder for the code of the documents. */
export const RECIPES = path('../__output__/recipes');
const PACKAGE = `${ROOT}/dist/server.js`;

/** The modules that a user of the recipes writes. These stand in for them. */
const STAND_INS = ['app.ts', 'zoom-api.ts'];

/** The folders of examples/ that have a recipe as a file. The recipe is the whole file. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'get-signature.ts': ['express/src', 'fastify/src', 'hono-workers/src'],
  'authorize.ts': ['express/server', 'fastify/server', 'hono-workers/server'],
  'express.ts': ['express/server'],
  'fastify.ts': ['fastify/server'],
  'hono.ts': ['hono-workers/server'],
  'zoom-signature.ts': ['zoom-sample-endpoint/src'],
};

/**
 * Writes each TypeScript block to a file with the name from its first line, `// worker.ts: …`, beside what it
 * imports. A block that shows a file of an example is left out: the example is built and tested.
 */
export async function writeRecipes(): Promise<void> {
  await rm(RECIPES, { recursive: true, force: true });
  await mkdir(RECIPES, { recursive: true });
  for (const name of STAND_INS) await copyFile(path(name), `${RECIPES}/${name}`);
  for (const document of DOCUMENTS) {
    const text = await readFile(`${ROOT}/docs/${document}`, 'utf8');
    for (const [, code = ''] of text.matchAll(/^```ts\n(.*?)^```/gms)) {
      const name = /^\/\/ (\S+\.ts)\b/.exec(code)?.[1];
      if (name === undefined) throw new Error(`A block of docs/${document} has no file name: ${code}`);
      if (!/^.*, from examples\//.test(code)) await writeFile(`${RECIPES}/${basename(name)}`, code);
    }
  }
}

/** Bundles one recipe into one JavaScript file, with the built package and everything that it imports. */
export async function bundleRecipe(name: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: RECIPES,
    logLevel: 'error',
    // For the target 'webworker', Vite removes `process.env`.
    ssr: { noExternal: true, target: 'webworker' },
    resolve: { alias: [{ find: 'react-zoom-join/server', replacement: PACKAGE }] },
    build: { ssr: `${name}.ts`, outDir, emptyOutDir: true },
  });
  return `${outDir}/${name}.js`;
}
