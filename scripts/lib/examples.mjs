import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';
import { isInstalled, TARBALL } from './ensure.mjs';
import { must, root } from './run.mjs';

const folderOf = (name) => join(root, 'examples', name);

/** Returns the names of all examples: the folders of `examples/` that are packages. */
export const exampleNames = () =>
  readdirSync(join(root, 'examples')).filter((name) => existsSync(join(folderOf(name), 'package.json')));

/** Where bundlers keep what they have made of a package. They look at its version, which a new build doesn't change. */
const CACHES = [
  '.next',
  '.astro',
  '.cache',
  '.parcel-cache',
  'node_modules/.cache',
  'node_modules/.vite',
  'node_modules/.astro',
];

/**
 * Installs an example with the package as it is packed, unless that is there already. If the example doesn't run on
 * this version of Node, one is installed there on which it does: npm scripts prefer it.
 */
export async function installExample(name) {
  const cwd = folderOf(name);
  const installed = join(cwd, 'node_modules', 'react-zoom-join');
  const stamp = join(cwd, 'node_modules', '.react-zoom-join');
  const hash = createHash('sha256')
    .update(await readFile(TARBALL))
    .digest('hex');
  const isCurrent = isInstalled(cwd);
  if (isCurrent && (await readFile(stamp, 'utf8').catch(() => '')) === hash) return;

  await rm(installed, { recursive: true, force: true });
  for (const cache of CACHES) await rm(join(cwd, cache), { recursive: true, force: true });
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // With `--no-save`, npm doesn't write the hash of our package into the lockfile.
  const node = await missingNode(cwd);
  if (!isCurrent) await must('npm', ['ci', ...quiet], { cwd, quiet: true });
  if (isCurrent || node.length > 0)
    await must('npm', ['install', '--no-save', ...node, ...quiet], { cwd, quiet: true });
  await writeFile(stamp, hash);
}

async function missingNode(folder) {
  const { engines } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (engines === undefined || satisfies(process.versions.node, engines.node)) return [];
  return [`node@${minVersion(engines.node).version}`];
}
