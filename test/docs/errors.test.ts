import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { errorsDocument } from '../../scripts/lib/errors-document.ts';
import { withoutWords } from '../../src/failures/classify.ts';
import { CODES, joinError } from '../../src/failures/words/for-people.ts';
import type { ZoomJoinErrorCode } from '../../src/failures/zoom-join-error.ts';

const written = () => readFile(new URL('../../docs/errors.md', import.meta.url), 'utf8');

it('docs/errors.md says what the code does: `npm run docs` writes it', async () => {
  expect(await written()).toBe(errorsDocument());
});

it('every hint ends with its section', async () => {
  const text = await written();
  for (const code of Object.keys(CODES) as ZoomJoinErrorCode[]) {
    const { hint = '' } = joinError(code, 'It failed.', { hint: 'Do this.' });
    expect(hint).toBe(`Do this. More: react-zoom-join/docs/errors.md#${code}`);
    expect(text).toContain(`\n## \`${code}\`\n`);
    expect(withoutWords({ code, facts: { what: 'internal', cause: undefined } }).hint).toContain(`#${code}`);
  }
});

it('every code stands in it, with what leads to it and what to do', async () => {
  const text = await written();
  for (const code of Object.keys(CODES)) {
    const section = text.split(`## \`${code}\`\n`)[1]?.split('\n## ')[0] ?? '';
    expect(section, code).toMatch(/^\n“.+” \(retryable: (yes|no).*\)\n\n- .{20,}/);
  }
});
