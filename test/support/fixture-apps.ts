import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The versions of React that the package supports, each with a fixture app of its own. */
export const REACTS = ['react-18.2', 'react-18.3', 'react-19'] as const;
export type FixtureReact = (typeof REACTS)[number];

const path = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url));

export const fixtureDir = (react: FixtureReact): string => path(`apps/${react}/dist`);

/**
 * Builds the fixture app with this React's development build, and with the package as it is published (`dist/`).
 * `npm test` does it once for all its steps, and then sets FIXTURES_BUILT.
 */
export async function buildFixture(react: FixtureReact): Promise<void> {
  if (process.env['FIXTURES_BUILT'] !== undefined) return;
  const modules = path(`apps/${react}/node_modules`);
  await build({
    configFile: false,
    root: path('apps/app'),
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: {
      alias: [
        { find: /^react-zoom-join$/, replacement: path('../dist/index.js') },
        { find: /^react-zoom-join\/testing$/, replacement: path('../dist/testing.js') },
        { find: /^(react|react-dom)(\/.*)?$/, replacement: `${modules}/$1$2` },
      ],
    },
    base: './',
    build: { outDir: fixtureDir(react), emptyOutDir: true, minify: false, sourcemap: false },
  });
}
