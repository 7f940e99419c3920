import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/**
 * A block of code that shows a file of an example: its first line is `// app/page.tsx, from examples/next-app`, or the
 * same as a comment of HTML.
 */
const BLOCK = /^```(\w+)\n((?:\/\/|<!--) (\S+), from examples\/([\w-]+)(?: -->)?)\n.*?^```/gms;

/** Replaces the code in each block that shows a file of an example by what is in that file now. */
export async function withExampleCode(document: string): Promise<string> {
  const files = new Map<string, string>();
  for (const [, , , file, example] of document.matchAll(BLOCK)) {
    const path = `${example}/${file}`;
    files.set(path, await readFile(EXAMPLES + path, 'utf8'));
  }
  return document.replace(
    BLOCK,
    (_block, language: string, heading: string, file: string, example: string) =>
      `\`\`\`${language}\n${heading}\n${files.get(`${example}/${file}`)}\`\`\``,
  );
}
