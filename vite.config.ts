import { defineConfig } from 'vite';

// The library build: one file per entry, plus the part of the component that loads when a join starts.
export default defineConfig({
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
