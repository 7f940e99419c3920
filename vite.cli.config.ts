import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Which files to keep of each format. */
const KEPT = { es: /^(cli|third-party)/, cjs: /^migrate-transform/ } as const;

/** Keeps one file of each format, and puts those of the second into a folder of their own. */
function oneEach(): Plugin {
  let outDir = 'dist';
  return {
    name: 'one-each',
    configResolved({ build }) {
      outDir = build.outDir;
    },
    outputOptions: (options) =>
      options.format === 'cjs' ? { ...options, dir: join(outDir, 'cjs') } : options,
    generateBundle({ format }, bundle) {
      const kept = format === 'cjs' ? KEPT.cjs : KEPT.es;
      for (const name of Object.keys(bundle)) if (!kept.test(name)) delete bundle[name];
    },
  };
}

// The build of the command: a file that Node runs, and the transform that jscodeshift requires. It is a build of its
// own, so that what apps load does not depend on it.
export default defineConfig({
  plugins: [oneEach()],
  build: {
    emptyOutDir: false,
    target: 'es2022',
    // For the list of what is bundled. They are not published.
    sourcemap: 'hidden',
    minify: false,
    license: { fileName: 'third-party-licenses-cli.md' },
    lib: { entry: { cli: 'src/cli/index.ts', 'migrate-transform': 'src/cli/migrate/transform.ts' } },
    rolldownOptions: {
      platform: 'node',
      external: [/^node:/, ...builtinModules],
      output: [
        { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'cli-[name].js' },
        { format: 'cjs', entryFileNames: '[name].js' },
      ],
    },
  },
});
