import { readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { VERSION_FILE } from '../../sdk/files/sdk-files.ts';
import { SDK_SCRIPT } from '../../sdk/profile/file-names.ts';
import { CommandError } from '../command-error.ts';
import { codeOf, explainFileError } from '../explain-file-error.ts';

/**
 * Checks that a folder can take the SDK's files: it doesn't exist, is empty, or has a copy that is to be replaced.
 *
 * @returns the absolute path
 * @throws {CommandError} if it is a file, has files of the app, or is the installed SDK itself
 */
export async function checkTarget(cwd: string, dir: string): Promise<string> {
  const target = resolve(cwd, dir);
  let entries: string[];
  try {
    entries = await readdir(target);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return target;
    // Of a file, readdir says so.
    const isFile = codeOf(error) === 'ENOTDIR';
    throw new CommandError(
      isFile
        ? `${dir} is a file, or is in one. Name a folder for the SDK’s files, such as public/zoom-sdk.`
        : `${dir} can’t be read: ${explainFileError(error)}.`,
    );
  }
  const real = await realpath(target);
  if (real.split(sep).join('/').includes('/@zoom/meetingsdk')) {
    throw new CommandError(`${dir} is the installed SDK. Name a folder that your server serves.`);
  }
  const visible = entries.filter((name) => !name.startsWith('.'));
  const isCopy = visible.includes(SDK_SCRIPT) || visible.includes(VERSION_FILE);
  if (visible.length > 0 && !isCopy) {
    const inside = join(relative(cwd, target) || '.', 'zoom-sdk');
    throw new CommandError(
      `${dir} has other files. Name a folder for the SDK alone: npx react-zoom-join copy-sdk ${inside}`,
    );
  }
  return target;
}

/** The folders whose content a server usually serves. */
const SERVED = /^(public|static|dist|build|out|www|htdocs|wwwroot)$/;

/** Guesses the path at which a server serves a folder: that below `public` or the like, or its name. */
export function servedPath(cwd: string, target: string): string {
  const parts = relative(cwd, target).split(sep);
  const at = parts.findLastIndex((part) => SERVED.test(part));
  const path = at < 0 ? [basename(target)] : parts.slice(at + 1);
  return `/${path.join('/')}`;
}
