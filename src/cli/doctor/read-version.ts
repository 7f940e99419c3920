import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Returns the version of a package as the app at `cwd` has it installed. `undefined`: it is not installed. */
export function readVersion(cwd: string, name: string): string | undefined {
  const require = createRequire(pathToFileURL(join(cwd, 'package.json')));
  try {
    const { version } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as {
      version?: unknown;
    };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
