// `npm run bench -- [runs] [--quick] [--server] [--start] [--memory] [--events] [--guard] [--remounts]`. Without the name of
// a part, all parts run.
import { join } from 'node:path';
import { ensureBrowser, ensureBuilt, ensureInstalled } from '../scripts/lib/ensure.mjs';
import { root } from '../scripts/lib/run.mjs';
import { runTypeScript } from '../scripts/lib/run-typescript.mjs';

const parts = process.argv.filter((arg) => arg.startsWith('--') && arg !== '--quick');
await ensureInstalled();
if (parts.length === 0 || parts.includes('--server')) await runTypeScript('bench/server.ts');
if (parts.length === 0 || parts.some((part) => part !== '--server')) {
  for (const react of ['react-18.2', 'react-19']) await ensureInstalled(join(root, 'test', 'apps', react));
  await ensureBuilt();
  process.env.CHROMIUM_PATH = await ensureBrowser();
  await runTypeScript('bench/bench.ts');
}
