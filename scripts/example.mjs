// `npm run example <name>`: packs the package, installs it in an example, and starts that. With `--install`, it only
// installs, which it also does in several.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled, ensurePacked } from './lib/ensure.mjs';
import { exampleNames, installExample } from './lib/examples.mjs';
import { root, run } from './lib/run.mjs';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const [name] = names;

const unknown = names.find((one) => !exampleNames().includes(one));
if (name === undefined || unknown !== undefined) {
  const commands = exampleNames().map((one) => `  npm run example ${one}`);
  console.error(
    `${unknown === undefined ? 'Which example?' : `There is no example “${unknown}”.`}\n${commands.join('\n')}`,
  );
  process.exit(1);
}

await ensureInstalled();
await ensurePacked();
if (args.includes('--install')) {
  for (const one of names) {
    console.log(`Installing examples/${one} …`);
    await installExample(one);
  }
} else {
  const folder = join(root, 'examples', name);
  const readme = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '');
  console.log(`\n${readme.trim()}\n\nInstalling examples/${name} …`);
  await installExample(name);
  const { code } = await run('npm', ['run', 'dev'], { cwd: folder });
  process.exitCode = code;
}
