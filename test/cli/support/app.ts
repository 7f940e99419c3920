import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const PACKAGES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

export interface AppOptions {
  /** Packages that have nothing but a version, by name. */
  readonly packages?: Readonly<Record<string, string>>;
  /** Whether the real SDK is installed. Default: `false`. */
  readonly sdk?: boolean;
}

/** Creates the folder of an app, which is removed after the test. */
export async function createApp({ packages = {}, sdk = false }: AppOptions = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'react-zoom-join-cli-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeFile(join(root, 'package.json'), '{"private":true}');
  for (const [name, version] of Object.entries(packages)) {
    const manifest = join(root, 'node_modules', name, 'package.json');
    await mkdir(dirname(manifest), { recursive: true });
    await writeFile(manifest, JSON.stringify({ name, version }));
  }
  if (sdk) {
    await mkdir(join(root, 'node_modules', '@zoom'), { recursive: true });
    await symlink(
      join(PACKAGES, '@zoom', 'meetingsdk'),
      join(root, 'node_modules', '@zoom', 'meetingsdk'),
      'junction',
    );
  }
  return root;
}
