import { defineConfig, type Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };

/**
 * The `inspectSignature` that apps import is a copy, with all it needs, of what a join has. Bundlers put a module that
 * the first script can reach into the first script, used or not, as soon as any chunk uses it: with Vite 8 and esbuild,
 * 4 kB of checks and texts were in that of every app.
 */
const publicSignature: Plugin = {
  name: 'public-signature',
  enforce: 'pre',
  async resolveId(source, importer = '') {
    const isPublic = importer.endsWith('/src/index.ts') && source.endsWith('/signature.ts');
    if (!isPublic && !importer.endsWith('?public')) return null;
    const module = await this.resolve(source, importer.replace('?public', ''));
    return module && `${module.id}?public`;
  },
};

// The library build: one file per entry, plus the part of the component that loads when a join starts.
export default defineConfig({
  plugins: [publicSignature],
  define: { __PACKAGE_VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
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
          facadeModuleId?.includes('/screens/languages/') ? 'languages/[name].js' : '[name].js',
        // Where React is: a server component may import it, and gets a client reference.
        banner: (chunk) => (chunk.moduleIds.some((id) => id.endsWith('.tsx')) ? "'use client';" : ''),
      },
    },
  },
});
