// `npm run docs`: writes the pages that are made from the code.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';

await ensureInstalled();
const { runnerImport } = await import('vite');
const load = async (file) =>
  (await runnerImport(`/scripts/lib/${file}`, { root, configFile: false, logLevel: 'error' })).module;
const { errorsDocument } = await load('errors-document.ts');
const { policiesDocument } = await load('policies-document.ts');
await writeFile(join(root, 'docs', 'errors.md'), errorsDocument());
await writeFile(join(root, 'docs', 'content-security-policy.md'), policiesDocument());
