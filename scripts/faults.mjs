// `npm run test:faults [-- part of a name]`: checks that each fault ends as it must. Variants of a fault,
// and others that end with the same code, are injected only if they are named, and by `npm run test:all`.
import { ensureBrowser, ensureBuilt, ensureInstalled } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

await ensureInstalled();
await ensureInstalled(`${root}test/apps/react-19`);
await ensureBuilt();
process.env.CHROMIUM_PATH = await ensureBrowser();
await runTypeScript('test/faults/campaign.ts');
