import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SDK_SCRIPT } from '../profile/file-names.ts';
import { BESIDE_SDK, type SdkFiles, VERSION_FILE, versionStamp } from './sdk-files.ts';

/**
 * Makes Chromium 136 and later compile the whole script in the background while it loads. Otherwise Chromium
 * compiles it in pieces on the main thread while it runs. Other browsers ignore this comment.
 *
 * @see https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Copies what the component view needs (about 70 MB) into a folder, which is created if necessary. It replaces the
 * files of another version that are there. The SDK's script has the name that `selfHosted()` expects, whatever it was. The version file is written last, so it is missing if the copy is
 * incomplete.
 */
export async function copySdk({ folder, version, script }: SdkFiles, target: string): Promise<void> {
  await rm(join(target, VERSION_FILE), { force: true });
  for (const file of BESIDE_SDK) {
    await rm(join(target, file), { recursive: true, force: true });
    await cp(join(folder, file), join(target, file), { recursive: true });
  }
  await writeFile(join(target, SDK_SCRIPT), COMPILE_HINT + (await readFile(join(folder, script), 'utf8')));
  await writeFile(join(target, VERSION_FILE), versionStamp(version));
}

/** Whether a folder has what {@link copySdk} copies, of that version. */
export async function hasCopy(target: string, version: string): Promise<boolean> {
  const stamp = await readFile(join(target, VERSION_FILE), 'utf8').catch(() => '');
  const isThere = (file: string) => existsSync(join(target, file));
  return stamp === versionStamp(version) && [SDK_SCRIPT, ...BESIDE_SDK].every(isThere);
}
