// `npm run example <name>`: packs the package, installs it in an example, and starts that. With `--install`, it ends
// before the start.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled, ensurePacked } from './lib/ensure.mjs';
import { exampleNames, installExample } from './lib/examples.mjs';
import { root, run } from './lib/run.mjs';

const args = process.argv.slice(2);
const [name] = args.filter((arg) => !arg.startsWith('--'));

if (!exampleNames().includes(name)) {
  const names = exampleNames().map((one) => `  npm run example ${one}`);
  console.error(
    `${name === undefined ? 'Which example?' : `There is no example “${name}”.`}\n${names.join('\n')}`,
  );
  process.exit(1);
}

const folder = join(root, 'examples', name);
const readme = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '');
console.log(`\n${readme.trim()}\n`);
await ensureInstalled();
await ensurePacked();
console.log(`Installing examples/${name} …`);
await installExample(name);
if (!args.includes('--install')) {
  const { code } = await run('npm', ['run', 'dev'], { cwd: folder });
  process.exitCode = code;
}
