import { access, constants, mkdir, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../explain-file-error.ts';

/**
 * Creates a folder and those above it, and makes sure that files can be written into it. Resolves to a function that
 * removes the folders that it has created, as long as they are empty.
 *
 * One by one, because with `recursive` Node tries for ever where nothing can be created, such as in /proc.
 */
export async function makeFolder(path: string): Promise<() => Promise<void>> {
  const created: string[] = [];
  const undo = async () => {
    for (const folder of created) await rmdir(folder).catch(() => {});
  };
  const make = async (folder: string): Promise<void> => {
    try {
      await mkdir(folder);
      created.unshift(folder);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return;
      const parent = dirname(folder);
      if (codeOf(error) !== 'ENOENT' || parent === folder || (await exists(parent))) throw error;
      await make(parent);
      await make(folder);
    }
  };
  try {
    await make(path);
    await access(path, constants.W_OK);
  } catch (error) {
    await undo();
    throw error;
  }
  return undo;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
