// `npm run docs`: writes the pages that are generated from the code.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

await ensureInstalled();
const { errorsDocument } = await runTypeScript('scripts/lib/errors-document.ts');
const { policiesDocument } = await runTypeScript('scripts/lib/policies-document.ts');
await writeFile(join(root, 'docs', 'errors.md'), errorsDocument());
await writeFile(join(root, 'docs', 'content-security-policy.md'), policiesDocument());
