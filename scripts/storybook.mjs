// `npm run storybook` and `npm run build-storybook`. Installs what is missing first.
import { ensureInstalled } from './lib/ensure.mjs';
import { run } from './lib/run.mjs';

await ensureInstalled();
const [command, ...args] = process.argv.slice(2);
const { code } = await run('npx', ['storybook', command, '--disable-telemetry', ...args]);
process.exitCode = code;
