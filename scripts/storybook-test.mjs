// `npm run test:storybook -- [part of a story's id]`: builds the static Storybook and opens each of its stories
// offline.
import { ensureBrowser, ensureInstalled } from './lib/ensure.mjs';
import { must } from './lib/run.mjs';
import { runTypeScript } from './lib/run-typescript.mjs';

await ensureInstalled();
process.env.CHROMIUM_PATH = await ensureBrowser();
await must('npx', ['storybook', 'build', '--quiet', '--disable-telemetry'], { quiet: true });
await runTypeScript('test/storybook/every-story.ts');
