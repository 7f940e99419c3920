// `npm run bench -- [runs] [remounts]`: the endpoint, then the component. `--server`: the endpoint alone.
import { join } from 'node:path';
import { ensureBrowser, ensureBuilt, ensureInstalled } from '../scripts/lib/ensure.mjs';
import { root } from '../scripts/lib/run.mjs';
import { runTypeScript } from '../scripts/lib/run-typescript.mjs';

await ensureInstalled();
await runTypeScript('bench/server.ts');
if (!process.argv.includes('--server')) {
  for (const react of ['react-18.2', 'react-19']) await ensureInstalled(join(root, 'test', 'apps', react));
  await ensureBuilt();
  process.env.CHROMIUM_PATH = await ensureBrowser();
  await runTypeScript('bench/bench.ts');
}
