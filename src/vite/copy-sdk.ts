import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BESIDE_SDK, SDK_SCRIPT, type SdkFiles } from './sdk-files.ts';

/**
 * Makes Chromium 136 and later compile the whole script in the background while it loads. Otherwise Chromium
 * compiles it in pieces on the main thread while it runs. Other browsers ignore this comment.
 *
 * @see https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** Copies what the component view needs (about 70 MB) into a folder, which is created if necessary. */
export async function copySdk({ folder }: SdkFiles, target: string): Promise<void> {
  for (const file of BESIDE_SDK) await cp(join(folder, file), join(target, file), { recursive: true });
  const script = await readFile(join(folder, SDK_SCRIPT), 'utf8');
  await writeFile(join(target, SDK_SCRIPT), COMPILE_HINT + script);
}
