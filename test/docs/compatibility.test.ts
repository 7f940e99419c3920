import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { compatibilityDocument } from '../../scripts/lib/compatibility-document.ts';
import { TRIED_VERSIONS } from '../../src/sdk/profile/tried-versions.ts';
import { SDK_VERSION } from '../../src/sdk/profile/versions.ts';
import { KNOWN_GAPS } from '../sdks/known-gaps.ts';
import results from '../sdks/results.json';

it('docs/compatibility.md says what was found with each SDK: `npm run docs` writes it', async () => {
  const written = await readFile(new URL('../../docs/compatibility.md', import.meta.url), 'utf8');
  expect(written).toBe(compatibilityDocument());
});

it('each version that counts as tried has passed, but for the gaps that are known', () => {
  expect(results.map(({ version }) => version)).toEqual(TRIED_VERSIONS);
  expect(TRIED_VERSIONS.at(-1)).toBe(SDK_VERSION);
  for (const { version, files } of results) {
    const counts = Object.values(files);
    const failed = counts.reduce((total, [passed = 0, all = 0]) => total + all - passed, 0);
    expect(counts.length).toBeGreaterThan(10);
    if (KNOWN_GAPS.every((gap) => gap.version !== version)) expect(failed, version).toBe(0);
  }
});
