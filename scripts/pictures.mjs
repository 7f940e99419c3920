// `npm run test:pictures`: compares the meeting with the stored pictures, with each SDK that this package is said to
// work with. `-- --update` stores how it looks now, where that differs. `-- 6.2.0` does either with one SDK only.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowserTests } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { sdkFolder, triedVersions } from './lib/sdk-folder.mjs';
import { runVitest } from './lib/vitest.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false } },
});

await ensureBrowserTests();
await rm(join(root, 'test', '__output__', 'pictures'), { recursive: true, force: true });
for (const name of positionals.length > 0 ? positionals : await triedVersions()) {
  console.log(`\n── SDK ${name}\n`);
  const { code } = await runVitest(['browser'], {
    env: { SDK_FOLDER: await sdkFolder(name), ...(values.update && { UPDATE_PICTURES: '1' }) },
    files: ['test/browser/pictures.test.ts'],
  });
  if (code !== 0) process.exitCode = 1;
}
