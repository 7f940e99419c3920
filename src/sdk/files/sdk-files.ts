import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MEDIA_FOLDER, REACT_DOM_SCRIPT, REACT_SCRIPT, SDK_SCRIPT } from '../profile/file-names.ts';
import { SDK_VERSION } from '../profile/versions.ts';

/** The location and version of the installed SDK's files. */
export interface SdkFiles {
  /** The package's `dist` folder. */
  readonly folder: string;
  readonly version: string;
  /** The SDK itself, relative to `folder`, whatever its name is in this version. */
  readonly script: string;
}

interface Manifest {
  readonly version: string;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** Says how to install the SDK, in the version that this package is tested with. */
export const INSTALL_SDK = `npm install --save-dev @zoom/meetingsdk@${SDK_VERSION}. If npm fails with ERESOLVE, docs/self-hosting.md has the lines for package.json`;

/** Finds `@zoom/meetingsdk` as the app at `root` has it installed. Returns `undefined` if it is not. */
export function findSdkFiles(root: string): SdkFiles | undefined {
  const path = findManifest(createRequire(pathToFileURL(join(root, 'package.json'))));
  if (path === undefined) return undefined;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const folder = join(dirname(path), 'dist');
  return { folder, version: manifest.version, script: findScript(folder, manifest) ?? SDK_SCRIPT };
}

const NAME = '@zoom/meetingsdk';

/** The package's `exports` may not include its manifest, which is then looked for where the package would be. */
function findManifest(require: NodeJS.Require): string | undefined {
  try {
    return require.resolve(`${NAME}/package.json`);
  } catch {
    const folders = require.resolve.paths(NAME) ?? [];
    return folders.map((folder) => join(folder, NAME, 'package.json')).find((path) => existsSync(path));
  }
}

/** Finds the component view's UMD build: by its name, in the package's `exports`, or by a name of this kind. */
function findScript(folder: string, { exports = {} }: Manifest): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const exported = targetsOf(exports['./embedded']).map((path) => relative(folder, join(folder, '..', path)));
  const similar = names.filter((name) => /(embedded|component).*\bumd\b.*\.js$/i.test(name));
  return [SDK_SCRIPT, ...exported.filter((path) => /\bumd\b.*\.js$/i.test(path)), ...similar]
    .map((path) => path.split(sep).join('/'))
    .find((path) => existsSync(join(folder, path)));
}

/** Returns every path of an entry in `exports`, under whatever conditions. */
const targetsOf = (entry: unknown): string[] => {
  if (typeof entry === 'string') return [entry];
  return typeof entry === 'object' && entry !== null ? Object.values(entry).flatMap(targetsOf) : [];
};

/**
 * Everything else that the component view requests, relative to `dist`: React 18.2, media files, images, sounds,
 * texts. The client view's bundles and pages, 37 MB, are left out.
 */
export const BESIDE_SDK = [
  REACT_SCRIPT,
  REACT_DOM_SCRIPT,
  MEDIA_FOLDER,
  'lib/audio',
  'lib/image',
  'lib/lang',
] as const;

/** Returns a sentence about what the installed SDK lacks, or `undefined` if everything is there. */
export function whatIsMissing({ folder, version, script }: SdkFiles): string | undefined {
  const missing = [script, ...BESIDE_SDK].filter((path) => !existsSync(join(folder, path)));
  if (missing.length === 0) return undefined;
  return `@zoom/meetingsdk ${version} lacks what a meeting needs: ${missing.join(', ')}. Is its installation complete? This package is tested with ${SDK_VERSION}.`;
}

/** The file beside the SDK that says which version it is. The SDK's own files don't. */
export const VERSION_FILE = 'version.json';

/** Returns the text of {@link VERSION_FILE}: `{ "version": "6.2.0" }`. */
export const versionStamp = (version: string): string => `{ "version": ${JSON.stringify(version)} }\n`;
