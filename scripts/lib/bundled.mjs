import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Returns the packages that the build has put into `dist/`, by its source maps: the name of each, and its path in the
 * lockfile.
 */
export async function bundledPackages() {
  const dist = join(root, 'dist');
  const found = new Map();
  for (const file of await readdir(dist)) {
    if (!file.endsWith('.js.map')) continue;
    const { sources } = JSON.parse(await readFile(join(dist, file), 'utf8'));
    for (const source of sources) {
      const [, path, name] = /(node_modules\/(?:.*\/node_modules\/)?((?:@[^/]+\/)?[^/]+))/.exec(source) ?? [];
      if (path !== undefined) found.set(path, name);
    }
  }
  return [...found].map(([path, name]) => ({ path, name })).sort((a, b) => a.path.localeCompare(b.path));
}
