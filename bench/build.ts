import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import { zoomSdkAssets } from '../src/vite/index.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

interface App {
  readonly source: string;
  readonly react: string;
  readonly hostsSdk: boolean;
  /** Whether its HTML has what a server renders into the document's head. */
  readonly isRendered?: boolean;
}

/**
 * Our apps load the SDK from Zoom's CDN, or host it themselves as `zoomSdkAssets()` emits it. The hand-written app
 * has it in its own script.
 */
const APPS = {
  'plain-18.2': { source: 'plain', react: 'react-18.2', hostsSdk: false },
  'plain-19': { source: 'plain', react: 'react-19', hostsSdk: false },
  ours: { source: 'ours', react: 'react-19', hostsSdk: false },
  'ours-self-hosted': { source: 'ours', react: 'react-19', hostsSdk: true },
  'ours-rendered': { source: 'ours', react: 'react-19', hostsSdk: true, isRendered: true },
  prepared: { source: 'prepared', react: 'react-19', hostsSdk: false },
  'prepared-self-hosted': { source: 'prepared', react: 'react-19', hostsSdk: true },
  'hand-written': { source: 'hand-written', react: 'react-18.2', hostsSdk: false },
};

export type BenchApp = keyof typeof APPS;
export const BENCH_APPS = Object.keys(APPS) as BenchApp[];

/** Returns the links that a server renders for a meeting that is joined at once. */
async function renderLinks(): Promise<string> {
  // The built package, because its JSX is that of production. TypeScript is checked before there is a build.
  const built = new URL('../dist/index.js', import.meta.url).href;
  const { ZoomJoin, selfHosted } = (await import(
    /* @vite-ignore */ built
  )) as typeof import('../src/index.ts');
  const props = {
    meeting: '123 4567 8901',
    userName: 'Ada',
    sdk: selfHosted('zoom-sdk'),
    getSignature: () => '',
  };
  const html = renderToString(createElement(ZoomJoin, props));
  return html.replace(/<div.*$/s, '');
}

/** Compresses the scripts, as servers send them. The harness then sends these. */
export async function compressApp(app: BenchApp): Promise<void> {
  const files = await readdir(distOf(app), { recursive: true });
  for (const file of files.filter((name) => /\.(js|wasm)$/.test(name)))
    await writeFile(`${distOf(app)}${file}.gz`, gzipSync(await readFile(`${distOf(app)}${file}`)));
}

export const distOf = (app: BenchApp): string => path(`dist/${app}/`);

/** Builds an app for production with Vite, as real apps are built. */
export async function buildApp(app: BenchApp): Promise<void> {
  const { source, react, hostsSdk, isRendered }: App = APPS[app];
  // Otherwise Vite compiles JSX for development, whatever `define` says.
  process.env['NODE_ENV'] = 'production';
  const modules = path(`../test/apps/${react}/node_modules`);
  await build({
    configFile: false,
    root: path('apps'),
    logLevel: 'error',
    base: './',
    define: { 'process.env.NODE_ENV': '"production"', HOSTS_SDK: String(hostsSdk) },
    plugins: [
      hostsSdk && zoomSdkAssets(),
      {
        name: 'bench-entry',
        transformIndexHtml: {
          order: 'pre',
          handler: async (html) =>
            html
              .replace('/main.tsx', `/${source}/main.tsx`)
              .replace('</title>', `</title>${isRendered ? await renderLinks() : ''}`),
        },
      },
    ],
    resolve: {
      alias: [
        { find: /^react-zoom-join$/, replacement: path('../dist/index.js') },
        { find: /^(react|react-dom)(\/.*)?$/, replacement: `${modules}/$1$2` },
      ],
    },
    build: { outDir: distOf(app), emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  });
}
