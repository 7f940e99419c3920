import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const FOLDER = join(import.meta.dirname, '../__output__/pictures');
const PAGE = 'index.html';

/** Where the page is, for people who are in the repository's folder. */
export const PAGE_PATH = `test/__output__/pictures/${PAGE}`;

const PARTS = ['before', 'after', 'difference'] as const;
export type Difference = Readonly<Record<(typeof PARTS)[number], PNG>>;

/** Forgets the differences of a version that an earlier run has found. */
export function forgetDifferences(version: string): void {
  rmSync(join(FOLDER, version), { recursive: true, force: true });
  writePage();
}

/** Adds a picture to the page that is not the same as it was. */
export function addDifference(version: string, name: string, difference: Difference): void {
  const folder = join(FOLDER, version, name);
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) writeFileSync(join(folder, `${part}.png`), PNG.sync.write(difference[part]));
  writePage();
}

/** Writes the page with the differences of all versions, or removes it if there are none. */
function writePage(): void {
  const names = foldersOf(FOLDER).flatMap((version) =>
    foldersOf(join(FOLDER, version)).map((name) => `${version}/${name}`),
  );
  if (names.length > 0) writeFileSync(join(FOLDER, PAGE), html(names.map(section).join('')));
  else rmSync(join(FOLDER, PAGE), { force: true });
}

const foldersOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    : [];

function section(name: string): string {
  const figures = PARTS.map((part) => {
    const file = readFileSync(join(FOLDER, name, `${part}.png`)).toString('base64');
    return `<figure><figcaption>${part}</figcaption><img alt="${name}, ${part}" src="data:image/png;base64,${file}"></figure>`;
  });
  return `<h2>${name}</h2><div>${figures.join('')}</div>\n`;
}

const html = (content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pictures that differ</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui; }
  body { margin: 2rem; }
  div { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
  figure { margin: 0; }
  img { max-width: 100%; outline: 1px solid GrayText; }
</style>
<h1>Pictures that differ</h1>
<p>If the new ones are right, <code>npm run test:pictures -- --update</code> stores them.</p>
${content}</html>
`;
