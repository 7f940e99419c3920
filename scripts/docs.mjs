// `npm run docs`: writes the pages that are made from the code.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';

await ensureInstalled();
const { runnerImport } = await import('vite');
const { module } = await runnerImport('/scripts/lib/errors-document.ts', {
  root,
  configFile: false,
  logLevel: 'error',
});
await writeFile(join(root, 'docs', 'errors.md'), module.errorsDocument());
