import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Returns the names of the packages that the build has put into `dist/`, by its source maps. */
export async function bundledPackages() {
  const dist = join(root, 'dist');
  const names = new Set();
  for (const file of await readdir(dist)) {
    if (!file.endsWith('.js.map')) continue;
    const { sources } = JSON.parse(await readFile(join(dist, file), 'utf8'));
    for (const source of sources) {
      const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  return [...names].sort();
}
