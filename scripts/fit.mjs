// `npm run test:fit [-- all]`: checks that the meeting fits its box.
import { ensureBrowser, ensureInstalled } from './lib/ensure.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

await ensureInstalled();
process.env.CHROMIUM_PATH = await ensureBrowser();
await runTypeScript('test/fit/campaign.ts');
