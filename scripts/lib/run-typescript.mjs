import { fileURLToPath } from 'node:url';

/**
 * Runs a TypeScript file of this repository in this process. It uses Vite, because Node 20 cannot run TypeScript
 * itself. Resolves to the file's exports.
 */
export async function runTypeScript(file) {
  const { runnerImport } = await import('vite');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { module } = await runnerImport(`/${file}`, { root, configFile: false, logLevel: 'error' });
  return module;
}
