import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
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
 * Returns the `dist` folder of an SDK, and installs it if it is missing.
 *
 * @param name A version, or a folder on this disk, with or without `dist`.
 */
export async function sdkFolder(name) {
  if (!/^\d+\.\d+\.\d+/.test(name)) {
    const path = resolve(name);
    return existsSync(join(path, 'dist')) ? join(path, 'dist') : path;
  }
  if ((await triedVersions()).at(-1) === name) return TESTED;
  await ensureInstalled(SDKS);
  const known = distOf(SDKS, name);
  return existsSync(known) ? known : install(name);
}

const distOf = (folder, version) => join(folder, 'node_modules', `sdk-${version}`, 'dist');

/** Installs another version of npm's into a folder that git ignores. */
async function install(version) {
  const folder = join(root, 'test', '__output__', 'sdks');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const spec = `sdk-${version}@npm:@zoom/meetingsdk@${version}`;
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await must('npm', ['install', spec, ...flags], { cwd: folder });
  return distOf(folder, version);
}
