import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withExampleCode } from '../../scripts/lib/example-code.ts';

// If this fails, run `npm run docs`.
it('docs/endpoint.md shows the code of the examples', async () => {
  const written = await readFile('docs/endpoint.md', 'utf8');
  expect(written).toContain(', from examples/next-app\n');
  expect(written).toBe(await withExampleCode(written));
});
