import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { type BenchApp, buildApp, distOf } from './build.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Chunks that a successful join in English without `init` does not load, and the app's own settings. Every other
 * chunk counts, so that none is forgotten.
 */
export const LATER =
  /^(explain|fullscreen|check-script|check-init|examine|print|report|languages?|warn|signature-problems|check-signature|own-screen|other-ways|forbidden-media|after-join|module-source|settings|[a-z]{2}-[A-Z]{2})-/;

/** Scripts that are loaded together. */
export interface Scripts {
  readonly files: string[];
  /** The total in bytes, with each file gzipped on its own, as servers send them. */
  readonly size: number;
}

/**
 * Weighs what a join adds for the users of an app: the first scripts of the same app without Zoom and with it,
 * including React, and everything that is loaded until the meeting is there.
 */
export async function weighApp(): Promise<{ without: Scripts; first: Scripts; joined: Scripts }> {
  const [without, ours] = [await scriptsOf('plain-19'), await scriptsOf('ours')];
  return { without: without.first, ...ours };
}

/**
 * Builds the app and weighs it: the scripts that it loads at once, which Vite lists as modulepreload, and those
 * that it has loaded once it has joined.
 */
export async function scriptsOf(app: BenchApp): Promise<{ first: Scripts; joined: Scripts }> {
  await buildApp(app);
  const html = await readFile(join(distOf(app), 'index.html'), 'utf8');
  const names = (await readdir(join(distOf(app), 'assets'))).filter((name) => name.endsWith('.js'));
  const scripts = (wanted: (name: string) => boolean) =>
    weigh(names.filter(wanted).map((name) => join(distOf(app), 'assets', name)));
  return {
    first: await scripts((name) => html.includes(name)),
    joined: await scripts((name) => !LATER.test(name)),
  };
}

/** Weighs the endpoint's own code, and what is published: that and the packages it needs. */
export async function weighEndpoint(): Promise<{ own: Scripts; whole: Scripts }> {
  return {
    own: await bundle('endpoint', '../src/server/index.ts', ['jose', 'valibot']),
    whole: await bundle('endpoint-whole', '../dist/server.js', []),
  };
}

async function bundle(name: string, source: string, external: string[]): Promise<Scripts> {
  const outDir = path(`dist/${name}`);
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'weight-entry',
        resolveId: (id) => (id === 'entry' ? id : null),
        load: (id) => (id === 'entry' ? `export { createSignatureHandler } from '${path(source)}'` : null),
      },
    ],
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: 'entry',
        external,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'index.js' },
      },
    },
  });
  return weigh([join(outDir, 'index.js')]);
}

async function weigh(files: string[]): Promise<Scripts> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(file), { level: 9 }).length),
  );
  return { files, size: sizes.reduce((sum, size) => sum + size, 0) };
}
