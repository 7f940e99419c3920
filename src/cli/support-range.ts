import satisfies from 'semver/functions/satisfies.js';
import { engines, peerDependencies } from './manifest.ts';

/** The version ranges that this package supports, by the name of a package. `node` is Node.js. */
export const SUPPORTED = { ...peerDependencies, node: engines.node } as const;

export type Supported = keyof typeof SUPPORTED;

/** Whether this package supports a version. A prerelease counts as what it precedes. */
export const isSupported = (name: Supported, version: string): boolean =>
  satisfies(version, SUPPORTED[name], { includePrerelease: true });
