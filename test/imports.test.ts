import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../src');

/**
 * The layers, from the top down. Each imports only from itself and from the layers below it. This includes types.
 */
const LAYERS = [
  'cli',
  'vite',
  'testing',
  'server',
  'index.ts',
  'react',
  'session',
  'failures',
  'diagnose',
  'sdk/ui',
  'sdk/guard',
  'sdk/input',
  'sdk/frame',
  'sdk/files',
  'sdk/loading',
  'sdk/client',
  'sdk/secrets',
  'sdk/init',
  'sdk/profile',
  'signature',
  'meeting-reference',
  'utils',
];

/** Importing the package does not give an app anything from the layers above this one. */
const ENTRY = 'index.ts';

const layerOf = (file: string): number =>
  LAYERS.findIndex((layer) => file === layer || file.startsWith(`${layer}/`));

/** Returns which of our files each file imports, at once or later. */
async function readImports(): Promise<Map<string, string[]>> {
  const names = (await readdir(SOURCE, { recursive: true })).filter((name) => /\.tsx?$/.test(name));
  const imports = new Map<string, string[]>();
  for (const name of names) {
    const file = join(SOURCE, name);
    const text = await readFile(file, 'utf8');
    const found = [...text.matchAll(/(?:\bfrom|\bimport\(|\bimport) ?'(\.[^']+)'/g)];
    const targets = found
      .map(([, target = '']) => pathOf(join(dirname(file), target)))
      // The command reads the package's manifest.
      .filter((target) => target !== '../package.json');
    imports.set(pathOf(file), targets);
  }
  return imports;
}

const pathOf = (file: string): string => relative(SOURCE, file).split(sep).join('/');

/** Returns a path of imports from a file back to itself, if there is one. */
function findCycle(imports: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of imports.get(file) ?? []) {
      const cycle = follow(target, [...way, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const cycle = follow(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

const imports = await readImports();

it('reads every import', () => {
  expect(imports.size).toBeGreaterThan(100);
  expect([...imports.values()].flat().filter((target) => !imports.has(target))).toEqual([]);
  expect(imports.get('session/controller.ts')).toContain('session/session.ts');
});

it('each file has its layer', () => {
  expect([...imports.keys()].filter((file) => layerOf(file) < 0)).toEqual([]);
});

it('imports go downwards', () => {
  const entry = LAYERS.indexOf(ENTRY);
  const upwards = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => {
        const [from, to] = [layerOf(file), layerOf(target)];
        // The other entries must not import one another, nor this one.
        return to < from || (from < entry && to !== from && to <= entry);
      })
      .map((target) => `${file} imports ${target}`),
  );
  expect(upwards).toEqual([]);
});

it('no file imports itself, by whatever way', () => {
  expect(findCycle(imports)).toBeUndefined();
});

it('finds a cycle', () => {
  const circular = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(findCycle(circular)).toEqual(['b', 'c', 'b']);
});

it('a folder has few files', () => {
  const counts = new Map<string, number>();
  // The languages are a list, so their number does not count.
  for (const file of imports.keys()) {
    const folder = dirname(file);
    if (folder !== 'react/texts/languages') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > 10)).toEqual([]);
});
