import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withExampleCode } from '../../scripts/lib/example-code.ts';

const documents = (await readdir('docs')).filter((name) => name.endsWith('.md'));

// If this fails, run `npm run docs`.
it.each(documents)('docs/%s shows the code of the examples as it is', async (name) => {
  const written = await readFile(`docs/${name}`, 'utf8');
  expect(written).toBe(await withExampleCode(written));
});

it('some documents show such code', async () => {
  const texts = await Promise.all(documents.map((name) => readFile(`docs/${name}`, 'utf8')));
  expect(texts.filter((text) => text.includes(', from examples/')).length).toBeGreaterThan(5);
});
