import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };

/** Who gets a copy of which module, with all it needs, instead of the one that others have. */
const COPIES: readonly (readonly [importer: RegExp, source: RegExp])[] = [
  // Bundlers put a module that the first script can reach into the first script, used or not, as soon as any chunk uses
  // it: with Vite 8 and esbuild, 4 kB of checks and texts were in that of every app.
  [/\/src\/index\.ts$/, /\/inspect-signature\.ts$/],
  // Small, and otherwise a file of its own, whose name the first script must know.
  [/\/src\/diagnose\/[a-z-]+\.ts$/, /\/(environment|inspect-signature)\.ts$/],
  [/\/other-ways\/[a-z-]+\.tsx?$/, /\/(soft-styles|warn)\.ts$/],
  [/\/warnings\/warn\.ts$/, /\/(is-development|signature-problems)\.ts$/],
];

const copies: Plugin = {
  name: 'copies',
  enforce: 'pre',
  async resolveId(source, importer = '', { kind }) {
    // What loads later can be the one that others load, and a bundler's own helpers are no files.
    if (kind === 'dynamic-import' || source.startsWith('\0')) return null;
    const isCopy =
      importer.endsWith('?copy') || COPIES.some(([from, what]) => from.test(importer) && what.test(source));
    if (!isCopy) return null;
    const module = await this.resolve(source, importer.replace('?copy', ''));
    return module && `${module.id}?copy`;
  },
};

// The library build: one file per entry, plus the part of the component that loads when a join starts.
export default defineConfig(({ command }) => {
  // Whoever builds with NODE_ENV=development, as Vite's own runner sets it, would get JSX that React has in development alone.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    plugins: [copies],
    define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
    build: {
      target: 'es2022',
      sourcemap: true,
      minify: false,
      lib: {
        entry: {
          index: 'src/index.ts',
          // A file of its own, so that the rest of `.` runs on a server as well.
          react: 'src/react/index.ts',
          server: 'src/server/index.ts',
          testing: 'src/testing/index.ts',
          vite: 'src/vite/index.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external: [
          /^react($|\/)/,
          /^react-dom($|\/)/,
          'jose',
          'valibot',
          'mock-socket',
          /^node:/,
          'vite',
          'sirv',
        ],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: ({ facadeModuleId }) =>
            facadeModuleId?.includes('/texts/languages/') ? 'languages/[name].js' : '[name].js',
          // Where React's hooks run: a server component may import it, and gets a client reference.
          banner: (chunk) =>
            chunk.moduleIds.some((id) => id.endsWith('.tsx') || id.endsWith('/use-zoom-join.ts'))
              ? "'use client';"
              : '',
        },
      },
    },
  };
});
