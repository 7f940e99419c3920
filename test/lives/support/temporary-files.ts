import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Has the workers keep their temporary files in one folder, and removes it after them: they are killed with their browsers. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'react-zoom-join-'));
  process.env['TMPDIR'] = folder;
  // A browser may need a moment to notice, and write something until then.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
