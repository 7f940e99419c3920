// The long remount campaign: `npm run campaign -- [rounds] [seed]`.
import { ensureBrowser, ensureBuilt, ensureInstalled } from './lib/ensure.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

await ensureInstalled();
await ensureBuilt();
process.env.CHROMIUM_PATH = await ensureBrowser();
await runTypeScript('test/campaign/remount.ts');
