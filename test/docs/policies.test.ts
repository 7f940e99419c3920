import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { policiesDocument } from '../../scripts/lib/policies-document.ts';

it('docs/content-security-policy.md says what the tests enforce: `npm run docs` writes it', async () => {
  const written = await readFile(new URL('../../docs/content-security-policy.md', import.meta.url), 'utf8');
  expect(written).toBe(policiesDocument());
});
