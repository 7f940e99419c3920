import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Returns the packages that the build has put into `dist/`, by its source maps: the name and version of each. A name
 * can be there in two versions.
 */
export async function bundledPackages() {
  const dist = join(root, 'dist');
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  for (const file of await readdir(dist)) {
    if (!file.endsWith('.js.map')) continue;
    const { sources } = JSON.parse(await readFile(join(dist, file), 'utf8'));
    for (const source of sources) {
      const [, path, name] = /(node_modules\/(?:.*\/node_modules\/)?((?:@[^/]+\/)?[^/]+))/.exec(source) ?? [];
      if (path !== undefined) found.set(path, name);
    }
  }
  return [...found]
    .map(([path, name]) => ({ name, version: packages[path].version }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
