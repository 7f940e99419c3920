import { builtinModules } from 'node:module';
import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };

/** Which importers get their own copy of which modules, with everything these need, instead of the shared one. */
const COPIES: readonly (readonly [importer: RegExp, source: RegExp])[] = [
  // If the first script can reach a module, bundlers put it into the first script as soon as any chunk uses it,
  // even if the first script does not. With Vite 8 and esbuild, the first script of every app had 4 kB of checks
  // and texts because of that.
  [/\/src\/index\.ts$/, /\/inspect-signature\.ts$/],
  // These are small. Otherwise each would be a file of its own, whose name the first script must know.
  [/\/src\/diagnose\/[a-z-]+\.ts$/, /\/(environment|inspect-signature|resolve-source)\.ts$/],
  [/\/other-ways\/[a-z-]+\.tsx?$/, /\/(soft-styles|warn)\.ts$/],
  [/\/warnings\/warn\.ts$/, /\/(is-development|signature-problems)\.ts$/],
];

const copies: Plugin = {
  name: 'copies',
  enforce: 'pre',
  async resolveId(source, importer = '', { kind }) {
    // Modules that are loaded later can be shared, and a bundler's own helpers are not files.
    if (kind === 'dynamic-import' || source.startsWith('\0')) return null;
    const isCopy =
      importer.endsWith('?copy') || COPIES.some(([from, what]) => from.test(importer) && what.test(source));
    if (!isCopy) return null;
    const module = await this.resolve(source, importer.replace('?copy', ''));
    return module && `${module.id}?copy`;
  },
};

/** Marks the files of the CommonJS build as such, although the package is `type: "module"`. */
const commonJsManifest: Plugin = {
  name: 'commonjs-manifest',
  generateBundle({ format }) {
    if (format !== 'cjs') return;
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

const output = {
  entryFileNames: '[name].js',
  chunkFileNames: ({ facadeModuleId }: { facadeModuleId: string | null }) =>
    facadeModuleId?.includes('/texts/languages/') ? 'languages/[name].js' : '[name].js',
  // These files use React's hooks. A server component may import them, and gets a client reference.
  banner: ({ moduleIds }: { moduleIds: readonly string[] }) =>
    moduleIds.some((id) => id.endsWith('.tsx') || id.endsWith('/use-zoom-join.ts')) ? "'use client';" : '',
};

// The library build: one file per entry, plus the chunks that the component loads on demand. What the other entries
// need from the registry is part of them, so that nobody installs more than this package.
export default defineConfig(({ command }) => {
  // With NODE_ENV=development, which Vite's own runner sets too, the build would use the JSX that only React's
  // development build has.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    plugins: [copies, commonJsManifest],
    define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
    build: {
      target: 'es2022',
      sourcemap: true,
      minify: false,
      license: { fileName: 'third-party-licenses.md' },
      lib: {
        entry: {
          index: 'src/index.ts',
          // Files of their own, so that everything of `.` but the component and the hook runs on a server as well.
          react: 'src/react/index.ts',
          'zoom-join-error': 'src/failures/zoom-join-error.ts',
          server: 'src/server/index.ts',
          testing: 'src/testing/index.ts',
          vite: 'src/vite/index.ts',
        },
      },
      rolldownOptions: {
        external: [/^react($|\/)/, /^react-dom($|\/)/, /^node:/, ...builtinModules, 'vite'],
        output: [
          { ...output, format: 'es' },
          // For Jest, and for whatever else still calls `require()` or resolves packages without `exports`.
          { ...output, format: 'cjs', dir: 'dist/cjs', sourcemap: false },
        ],
      },
    },
  };
});
