import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The location and version of the installed SDK's files. */
export interface SdkFiles {
  /** The package's `dist` folder. */
  readonly folder: string;
  readonly version: string;
}

/** Finds `@zoom/meetingsdk` as the app at `root` has it installed. Returns `undefined` if it is not. */
export function findSdkFiles(root: string): SdkFiles | undefined {
  const require = createRequire(pathToFileURL(join(root, 'package.json')));
  try {
    const manifest = require.resolve('@zoom/meetingsdk/package.json');
    const { version } = require(manifest) as { version: string };
    return { folder: join(dirname(manifest), 'dist'), version };
  } catch {
    return undefined;
  }
}

/** The SDK itself, relative to `dist`. */
export const SDK_SCRIPT = 'zoomus-websdk-embedded.umd.min.js';

/**
 * Everything else that the component view requests, relative to `dist`: React 18.2, media files, images, sounds,
 * texts. The client view's bundles and pages, 37 MB, are left out.
 */
export const BESIDE_SDK = [
  'lib/vendor/react.min.js',
  'lib/vendor/react-dom.min.js',
  'lib/av',
  'lib/audio',
  'lib/image',
  'lib/lang',
] as const;

/** The file beside the SDK that says which version it is. The SDK's own files don't. */
export const VERSION_FILE = 'version.json';

/** Returns the text of {@link VERSION_FILE}: `{ "version": "6.2.0" }`. */
export const versionStamp = (version: string): string => `{ "version": ${JSON.stringify(version)} }\n`;
