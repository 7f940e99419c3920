import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the workers keep their temporary files in one folder and removes it afterwards, because the workers are
 * killed together with their browsers.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'react-zoom-join-'));
  process.env['TMPDIR'] = folder;
  // A browser may need a moment to notice this, and may write something until then.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
