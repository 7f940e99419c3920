import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { linksOf } from '../../scripts/lib/links.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = [
  'README.md',
  'SECURITY.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Returns the anchor of each heading, as GitHub makes them. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

it.each(DOCUMENTS)('each link in %s leads somewhere', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const dead = linksOf(text).filter(({ path, anchor }) => {
    const target = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
  });
  expect(dead.map(({ link }) => link)).toEqual([]);
});

it('finds the documents', () => {
  expect(DOCUMENTS.map((name) => relative('docs', name))).toContain('security.md');
  expect(anchorsOf('## A `<base>` never changes where')).toEqual(['a-base-never-changes-where']);
});
