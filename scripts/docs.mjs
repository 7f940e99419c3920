// `npm run docs`: writes the pages that are generated from the code, and the examples' code into the others.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

await ensureInstalled();
const { errorsDocument } = await runTypeScript('scripts/lib/errors-document.ts');
const { withExampleCode } = await runTypeScript('scripts/lib/example-code.ts');
const { policiesDocument } = await runTypeScript('scripts/lib/policies-document.ts');
await writeFile(join(root, 'docs', 'errors.md'), errorsDocument());
await writeFile(join(root, 'docs', 'content-security-policy.md'), policiesDocument());
const endpoint = join(root, 'docs', 'endpoint.md');
await writeFile(endpoint, await withExampleCode(await readFile(endpoint, 'utf8')));
