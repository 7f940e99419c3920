import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copySdk, hasCopy } from '../../sdk/files/copy-sdk.ts';
import { BESIDE_SDK, VERSION_FILE, whatIsMissing } from '../../sdk/files/sdk-files.ts';
import { SDK_SCRIPT } from '../../sdk/profile/file-names.ts';
import { SDK_VERSION } from '../../sdk/profile/versions.ts';
import { CommandError, WrongCall } from '../command-error.ts';
import { explainFileError } from '../explain-file-error.ts';
import { isSupported, SUPPORTED } from '../support-range.ts';
import { type Terminal, tell } from '../terminal.ts';
import { checkTarget, servedPath } from './check-target.ts';
import { filesOf } from './files-of.ts';
import { makeFolder } from './make-folder.ts';
import { type Origin, wantedVersion, withSdk } from './with-sdk.ts';

export interface CopySdkOptions {
  readonly sdkVersion?: string | undefined;
}

/** `copy-sdk`: copies what a meeting needs of the SDK into a folder of the app, unless it is there already. */
export async function runCopySdk(
  terminal: Terminal,
  dir: string,
  { sdkVersion }: CopySdkOptions,
): Promise<number> {
  if (sdkVersion !== undefined && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(sdkVersion)) {
    throw new WrongCall(`--sdk-version takes an exact version, such as ${SDK_VERSION}.`);
  }
  const target = await checkTarget(terminal.cwd, dir);
  const version = wantedVersion(terminal.cwd, sdkVersion);
  if (await hasCopy(target, version)) {
    await report(terminal, { version, where: 'which is there already' }, target, dir);
    return 0;
  }
  const undo = await makeFolder(target).catch((error: unknown) => {
    throw cannotWrite(dir, error);
  });
  try {
    await withSdk(terminal, version, async (origin) => {
      await copy(origin, target, dir);
      const where = origin.from === 'app' ? 'which this app has installed' : 'from npm';
      await report(terminal, { version, where }, target, dir);
    });
    return 0;
  } catch (error) {
    await undo();
    throw error;
  }
}

const cannotWrite = (dir: string, error: unknown): CommandError =>
  new CommandError(`The files can’t be written to ${dir}: ${explainFileError(error)}.`);

async function copy(origin: Origin, target: string, dir: string): Promise<void> {
  const problem = whatIsMissing(origin);
  if (problem !== undefined) throw new CommandError(problem);
  try {
    await copySdk(origin, target);
  } catch (error) {
    throw cannotWrite(dir, error);
  }
}

interface Copied {
  readonly version: string;
  /** Where the files come from. */
  readonly where: string;
}

async function report(terminal: Terminal, { version, where }: Copied, target: string, dir: string) {
  const { count, bytes } = await measure(target);
  const path = servedPath(terminal.cwd, target);
  tell(terminal, 'ok', `@zoom/meetingsdk ${version}, ${where}`);
  if (!isSupported('@zoom/meetingsdk', version)) {
    tell(
      terminal,
      'warning',
      `react-zoom-join is made for ${SUPPORTED['@zoom/meetingsdk']} and tested with ${SDK_VERSION}.`,
      `For the tested one: npx react-zoom-join copy-sdk ${dir} --sdk-version ${SDK_VERSION}`,
    );
  }
  tell(terminal, 'ok', `${count} files, ${Math.round(bytes / 1e6)} MB, are in ${dir}`);
  tell(terminal, 'info', 'A join loads about 16 of them, 17 MB.');
  tell(terminal, 'info', `Use them: <ZoomJoin sdk={selfHosted('${path}')} … />, if ${dir} is served there`);
  tell(terminal, 'info', `Serve them with: ${cacheHeader(path, version)}`);
}

/** The files have the same names in every version, so they can be cached for long only below their version. */
const cacheHeader = (path: string, version: string): string =>
  path.split('/').includes(version)
    ? 'Cache-Control: public, max-age=31536000, immutable'
    : `Cache-Control: no-cache (or, below a path with the version, such as ${path}/${version}: public, max-age=31536000, immutable)`;

async function measure(target: string): Promise<{ count: number; bytes: number }> {
  const files: string[] = [];
  for (const name of [...BESIDE_SDK, SDK_SCRIPT, VERSION_FILE])
    files.push(...(await filesOf(join(target, name))));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return { count: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
