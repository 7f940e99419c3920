import { fileURLToPath } from 'node:url';

/** Runs a TypeScript file of this repository in this process: Node 20 cannot by itself, Vite can. Resolves to what it exports. */
export async function runTypeScript(file) {
  const { runnerImport } = await import('vite');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { module } = await runnerImport(`/${file}`, { root, configFile: false, logLevel: 'error' });
  return module;
}
