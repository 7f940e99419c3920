import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { EXAMPLES } from './table.ts';

interface Lockfile {
  readonly packages: Readonly<Record<string, { resolved?: string; integrity?: string }>>;
}

// Somebody has run `npm install` in the example: see examples/README.md.
it.each(EXAMPLES)(
  'the lockfile of $name names no registry, and no build of our package',
  async ({ folder }) => {
    const { packages } = JSON.parse(await readFile(`${folder}/package-lock.json`, 'utf8')) as Lockfile;
    const elsewhere = Object.values(packages).filter(
      ({ resolved = 'file:' }) => !resolved.startsWith('file:'),
    );
    expect(elsewhere).toEqual([]);
    expect(packages['node_modules/react-zoom-join']).toMatchObject({
      resolved: 'file:../react-zoom-join.tgz',
    });
    expect(packages['node_modules/react-zoom-join']).not.toHaveProperty('integrity');
  },
);
