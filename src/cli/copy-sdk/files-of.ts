import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Returns the paths of a file, or of every file in a folder. */
export async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
