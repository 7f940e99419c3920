import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The location and version of the installed SDK's files. */
export interface SdkFiles {
  /** The package's `dist` folder. */
  readonly folder: string;
  readonly version: string;
}

/**
 * Finds `@zoom/meetingsdk` as the app at `root` has it installed.
 *
 * @throws {Error} that says what to install
 */
export function findSdkFiles(root: string): SdkFiles {
  const require = createRequire(pathToFileURL(join(root, 'package.json')));
  try {
    const manifest = require.resolve('@zoom/meetingsdk/package.json');
    const { version } = require(manifest) as { version: string };
    return { folder: join(dirname(manifest), 'dist'), version };
  } catch (cause) {
    throw new Error(
      'zoomSdkAssets(): @zoom/meetingsdk is not installed in this app. Add it as a dev dependency: npm install --save-dev @zoom/meetingsdk',
      { cause },
    );
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
