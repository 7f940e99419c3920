import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { browsersDocument } from '../../scripts/lib/browsers/document.ts';
import { FALLBACKS } from '../../scripts/lib/browsers/fallbacks.ts';
import { lowestVersions } from '../../scripts/lib/browsers/lowest-versions.ts';
import { browserNeeds } from '../../scripts/lib/browsers/needs.ts';
import { isNewer } from '../../scripts/lib/browsers/versions.ts';
import results from '../engines/results.json';

interface EngineRun {
  readonly engine: string;
  readonly features: Readonly<Record<string, boolean | undefined>>;
}
const runs: readonly EngineRun[] = results;

const needs = await browserNeeds();

it('docs/browsers.md says what was found in each engine and in `dist`: `npm run docs` writes it', async () => {
  const written = await readFile(new URL('../../docs/browsers.md', import.meta.url), 'utf8');
  expect(written).toBe(browsersDocument(needs));
});

it('what the built files need is found: APIs, by their owners, styles, and syntax', () => {
  const features = needs.map(({ feature }) => feature);
  expect(features).toEqual(
    expect.arrayContaining([
      'api.Element.requestFullscreen',
      'api.HTMLDialogElement.requestClose',
      'api.Document.adoptedStyleSheets',
      'javascript.builtins.Object.hasOwn',
      'css.selectors.has',
      'css.properties.zoom',
      'css.types.color.light-dark',
      'syntax',
    ]),
  );
});

it('a fallback is told for what is newer than the lowest versions, and for nothing else', () => {
  const lowest = lowestVersions(needs);
  const newer = needs.filter(({ versions }) => isNewer(versions, lowest)).map(({ feature }) => feature);
  expect(newer.sort()).toEqual(Object.keys(FALLBACKS).sort());
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
