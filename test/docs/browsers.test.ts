import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { browsersDocument } from '../../scripts/lib/browsers/document.ts';
import results from '../engines/results.json';

interface EngineRun {
  readonly engine: string;
  readonly features: Readonly<Record<string, boolean | undefined>>;
}
const runs: readonly EngineRun[] = results;

it('docs/browsers.md says what was found in each engine: `npm run docs` writes it', async () => {
  const written = await readFile(new URL('../../docs/browsers.md', import.meta.url), 'utf8');
  expect(written).toBe(browsersDocument());
});

it('everything that must work has worked in each engine', () => {
  expect(runs.map(({ engine }) => engine)).toEqual(['chromium', 'firefox', 'webkit']);
  const [first] = runs;
  for (const { engine, features } of runs) {
    expect(Object.keys(features).length, engine).toBeGreaterThan(20);
    expect(Object.keys(features)).toEqual(Object.keys(first?.features ?? {}));
    expect(Object.entries(features).filter(([, works]) => !works)).toEqual([]);
  }
});
