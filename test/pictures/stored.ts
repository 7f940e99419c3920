import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { rsort } from 'semver';
import { SDK_FOLDER } from '../support/sdk-folder.ts';

const FOLDER = join(import.meta.dirname, '../__screenshots__/pictures');

/** The version of the SDK that the browser gets. `unknown`: it is a folder that is not a package. */
export const VERSION = readVersion();

function readVersion(): string {
  const manifest = join(SDK_FOLDER, '../package.json');
  if (!existsSync(manifest)) return 'unknown';
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** The versions of which there are pictures, the newest first. */
const storedVersions = (): string[] => (existsSync(FOLDER) ? rsort(readdirSync(FOLDER)) : []);

/** The version to compare with: this one, or else the newest of which there are pictures. */
export function versionToCompare(): string | undefined {
  const versions = storedVersions();
  return versions.includes(VERSION) ? VERSION : versions[0];
}

const pathOf = (version: string, name: string): string => join(FOLDER, version, `${name}.png`);

/** Returns the picture of this name, or `undefined` if there is none. */
export function readStored(version: string, name: string): PNG | undefined {
  const path = pathOf(version, name);
  return existsSync(path) ? PNG.sync.read(readFileSync(path)) : undefined;
}

export function store(name: string, file: Buffer): void {
  if (VERSION === 'unknown')
    throw new Error('Pictures are stored by version, and this SDK has no package.json.');
  const path = pathOf(VERSION, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file);
}
