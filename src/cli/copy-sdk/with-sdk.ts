import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSdkFiles, type SdkFiles } from '../../sdk/files/sdk-files.ts';
import { SDK_VERSION } from '../../sdk/profile/versions.ts';
import { CommandError } from '../command-error.ts';
import { runNpm } from '../run-npm.ts';
import type { Terminal } from '../terminal.ts';

/** Where the SDK's files are copied from. */
export interface Origin extends SdkFiles {
  readonly from: 'app' | 'npm';
}

/** Returns the version to copy: the one that is asked for, the installed one, or the one that is tested. */
export const wantedVersion = (root: string, asked: string | undefined): string =>
  asked ?? findSdkFiles(root)?.version ?? SDK_VERSION;

/**
 * Calls `use` with the SDK's files in a version: those that the app has installed or, if it has none or another
 * version, those from npm, in a temporary folder that is removed afterwards.
 */
export async function withSdk(
  terminal: Terminal,
  version: string,
  use: (origin: Origin) => Promise<void>,
): Promise<void> {
  const installed = findSdkFiles(terminal.cwd);
  if (installed?.version === version) return use({ ...installed, from: 'app' });
  const temp = await mkdtemp(join(tmpdir(), 'react-zoom-join-sdk-'));
  try {
    const files = await download(terminal, version, temp);
    await use({ ...files, from: 'npm' });
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** Installs the SDK alone: without the React 18.2 that it pins as a peer, and without its scripts. */
async function download(terminal: Terminal, version: string, folder: string): Promise<SdkFiles> {
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-save', '--no-package-lock'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await runNpm(terminal, {
    command: 'npm',
    args: ['install', '--prefix', folder, ...options, ...quiet, `@zoom/meetingsdk@${version}`],
    doing: `Downloading @zoom/meetingsdk ${version} from npm (about 110 MB unpacked)`,
  });
  const files = findSdkFiles(folder);
  if (files) return files;
  throw new CommandError(`npm has installed @zoom/meetingsdk ${version}, but its files are not there.`);
}
