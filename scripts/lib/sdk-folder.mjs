import { existsSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ensureInstalled } from './ensure.mjs';
import { must, root } from './run.mjs';
import { runTypeScript } from './run-typescript.mjs';

const SDKS = join(root, 'test', 'sdks');

/** The `dist` folder of the SDK that this package is tested with. */
export const TESTED = join(root, 'node_modules', '@zoom', 'meetingsdk', 'dist');

/** The versions that this package is said to work with, the oldest first. The last one is the tested one. */
export async function triedVersions() {
  const { TRIED_VERSIONS } = await runTypeScript('src/sdk/profile/tried-versions.ts');
  return TRIED_VERSIONS;
}

/**
 * Returns the folder with the files of an SDK, and installs it if it is missing. Those that the repository does not
 * know get an app of their own, in a folder that git ignores.
 *
 * @param name A version, a package on this disk, or its files.
 */
export async function sdkFolder(name) {
  const path = resolve(name);
  const app = join(root, 'test', '__output__', 'sdks', name.replaceAll(/[^\w.-]/g, '-'));
  if (!/^\d+\.\d+\.\d+/.test(name)) {
    return existsSync(join(path, 'package.json')) ? filesIn(await linkInto(app, path)) : path;
  }
  if ((await triedVersions()).at(-1) === name) return TESTED;
  await ensureInstalled(SDKS);
  const known = join(SDKS, 'node_modules', `sdk-${name}`, 'dist');
  return existsSync(known) ? known : filesIn(await installInto(app, name));
}

async function installInto(app, version) {
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'package.json'), '{"private":true}');
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await must('npm', ['install', `@zoom/meetingsdk@${version}`, ...flags], { cwd: app });
  return app;
}

async function linkInto(app, path) {
  await rm(app, { recursive: true, force: true });
  await mkdir(join(app, 'node_modules', '@zoom'), { recursive: true });
  await symlink(path, join(app, 'node_modules', '@zoom', 'meetingsdk'), 'junction');
  return app;
}

/** Returns the folder of an app's SDK, in which the script has the name that the tests expect. */
async function filesIn(app) {
  const { copySdk } = await runTypeScript('src/sdk/files/copy-sdk.ts');
  const { findSdkFiles, whatIsMissing } = await runTypeScript('src/sdk/files/sdk-files.ts');
  const { SDK_SCRIPT } = await runTypeScript('src/sdk/profile/file-names.ts');
  const sdk = findSdkFiles(app);
  const problem = sdk === undefined ? `There is no @zoom/meetingsdk in ${app}.` : whatIsMissing(sdk);
  if (problem !== undefined) throw new Error(problem);
  if (sdk.script === SDK_SCRIPT) return sdk.folder;
  console.log(`The SDK’s script is ${sdk.script}.`);
  const copy = join(app, 'files');
  await copySdk(sdk, copy);
  return copy;
}
