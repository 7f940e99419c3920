import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const APPS = {
  'plain-18.2': { source: 'plain', react: 'react-18.2' },
  'plain-19': { source: 'plain', react: 'react-19' },
  ours: { source: 'ours', react: 'react-19' },
  prepared: { source: 'prepared', react: 'react-19' },
  'hand-written': { source: 'hand-written', react: 'react-18.2' },
};

export type BenchApp = keyof typeof APPS;
export const BENCH_APPS = Object.keys(APPS) as BenchApp[];

export const distOf = (app: BenchApp): string => path(`dist/${app}/`);

/** Builds an app for production, as apps are: by Vite. */
export async function buildApp(app: BenchApp): Promise<void> {
  const { source, react } = APPS[app];
  // Vite compiles JSX for development otherwise, whatever `define` says.
  process.env['NODE_ENV'] = 'production';
  const modules = path(`../test/apps/${react}/node_modules`);
  await build({
    configFile: false,
    root: path('apps'),
    logLevel: 'error',
    base: './',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'bench-entry',
        transformIndexHtml: {
          order: 'pre',
          handler: (html) => html.replace('/main.tsx', `/${source}/main.tsx`),
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
