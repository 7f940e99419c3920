import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../../', import.meta.url);

/** A file of the build that browsers load. */
export interface BuiltFile {
  /** Its path in `dist`. */
  readonly name: string;
  readonly code: string;
  /** The modules that it is made from, as URLs. */
  readonly modules: readonly URL[];
}

/** Reads what browsers can load when an app imports one of these files of `dist`. */
export async function builtFiles(entries: readonly string[]): Promise<BuiltFile[]> {
  const dist = new URL('dist/', ROOT);
  const names = new Set(entries);
  const files: BuiltFile[] = [];
  for (const name of names) {
    const url = new URL(name, dist);
    const code = await readFile(url, 'utf8');
    // A file that only passes on what others export has none.
    const map = code.includes('sourceMappingURL')
      ? await readFile(`${fileURLToPath(url)}.map`, 'utf8')
      : '{}';
    const { sources = [] } = JSON.parse(map) as { sources?: string[] };
    files.push({ name, code, modules: sources.map((source) => new URL(source.replace(/\?copy$/, ''), url)) });
    for (const [, imported = ''] of code.matchAll(/(?:from |import ?\(?)"(\.\.?\/[^"]+)"/g)) {
      names.add(new URL(imported, url).href.slice(dist.href.length));
    }
  }
  return files;
}
