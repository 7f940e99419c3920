import gt from 'semver/functions/gt.js';
import { INSTALL_SDK } from '../../sdk/files/sdk-files.ts';
import { SDK_VERSION } from '../../sdk/profile/versions.ts';
import { version as own } from '../manifest.ts';
import { isSupported, SUPPORTED, type Supported } from '../support-range.ts';
import { type Check, error, info, ok, warning } from './check.ts';
import { readVersion } from './read-version.ts';

const SDK = '@zoom/meetingsdk';

/**
 * Checks the versions of what the app at `cwd` has installed.
 *
 * @param node The version of Node.js.
 */
export function checkVersions(cwd: string, node: string): Check[] {
  const [react, reactDom] = [readVersion(cwd, 'react'), readVersion(cwd, 'react-dom')];
  return [
    ok(`react-zoom-join ${own}`),
    range('node', 'Node.js', node, 'Install a current version of Node.js.'),
    ...[['react', react] as const, ['react-dom', reactDom] as const].map(([name, version]) =>
      version === undefined
        ? error(
            `${name} is not installed here.`,
            `Run this in your app’s folder, or: npm install ${name}@"${SUPPORTED[name]}"`,
          )
        : range(name, name, version, `Install a version within ${SUPPORTED[name]}.`),
    ),
    ...(react !== undefined && reactDom !== undefined && react !== reactDom
      ? [
          error(
            `react ${react} and react-dom ${reactDom} are different versions.`,
            `Install the same of both: npm install react@${react} react-dom@${react}`,
          ),
        ]
      : []),
    sdk(readVersion(cwd, SDK)),
    ...vite(readVersion(cwd, 'vite')),
  ];
}

function range(name: Supported, title: string, version: string, hint: string): Check {
  return isSupported(name, version)
    ? ok(`${title} ${version}`)
    : error(`${title} ${version} is not supported: ${SUPPORTED[name]} is.`, hint);
}

function sdk(version: string | undefined): Check {
  if (version === undefined) {
    return info(
      `${SDK} is not installed. zoomCdn(), the default, doesn’t need it.`,
      'To host the SDK yourself: npx react-zoom-join copy-sdk public/zoom-sdk',
    );
  }
  if (!isSupported(SDK, version)) {
    return error(
      `${SDK} ${version} is not supported: ${SUPPORTED[SDK]} is.`,
      `Install the version that this package is tested with: ${INSTALL_SDK}.`,
    );
  }
  return gt(version, SDK_VERSION)
    ? warning(
        `${SDK} ${version} is newer than ${SDK_VERSION}, which this package is tested with.`,
        'Try a meeting before you deploy it.',
      )
    : ok(`${SDK} ${version}`);
}

function vite(version: string | undefined): Check[] {
  return version === undefined
    ? []
    : [
        range(
          'vite',
          'vite',
          version,
          'zoomSdkAssets() needs a newer one. Or use: npx react-zoom-join copy-sdk',
        ),
      ];
}
