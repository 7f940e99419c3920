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
const STAND_INS = ['app.ts', 'session.ts', 'zoom-api.ts', 'next-headers.d.ts'];

/**
 * Writes each TypeScript block to a file with the name from its first line, `// worker.ts: …`, beside what it
 * imports.
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
      await writeFile(`${RECIPES}/${basename(name)}`, code);
    }
  }
}

/**
 * Bundles one recipe into one JavaScript file. `own`: includes the built package, and everything that it imports.
 */
export async function bundleRecipe(name: string, outDir: string, { own }: { own: boolean }): Promise<string> {
  await build({
    configFile: false,
    root: RECIPES,
    logLevel: 'error',
    // For the target 'webworker', Vite removes `process.env`.
    ssr: { noExternal: true, target: own ? 'webworker' : 'node' },
    resolve: own ? { alias: [{ find: 'react-zoom-join/server', replacement: PACKAGE }] } : {},
    build: {
      ssr: `${name}.ts`,
      outDir,
      emptyOutDir: true,
      rolldownOptions: { external: own ? [] : ['react-zoom-join/server', 'next/headers'] },
    },
  });
  return `${outDir}/${name}.js`;
}
