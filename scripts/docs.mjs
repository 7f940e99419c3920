// `npm run docs`: writes the pages that are generated from the code, and the examples' code into the others.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure.mjs';
import { must, root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

await ensureInstalled();
// What browsers need is read from the built files.
await must('npm', ['run', 'build', '--silent']);
const { browserNeeds } = await runTypeScript('scripts/lib/browsers/needs.ts');
const { browsersDocument } = await runTypeScript('scripts/lib/browsers/document.ts');
const { compatibilityDocument } = await runTypeScript('scripts/lib/compatibility-document.ts');
const { errorsDocument } = await runTypeScript('scripts/lib/errors-document.ts');
const { withExampleCode } = await runTypeScript('scripts/lib/example-code.ts');
const { policiesDocument } = await runTypeScript('scripts/lib/policies-document.ts');
await writeFile(join(root, 'docs', 'browsers.md'), browsersDocument(await browserNeeds()));
await writeFile(join(root, 'docs', 'compatibility.md'), compatibilityDocument());
await writeFile(join(root, 'docs', 'errors.md'), errorsDocument());
await writeFile(join(root, 'docs', 'content-security-policy.md'), policiesDocument());
for (const name of await readdir(join(root, 'docs'))) {
  if (!name.endsWith('.md')) continue;
  const path = join(root, 'docs', name);
  await writeFile(path, await withExampleCode(await readFile(path, 'utf8')));
}
