import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Runs Vitest projects and shows what they print.
 *
 * @param options.files Only these. Default: all of the projects.
 * @param options.exclude Not these.
 * @param options.reporter Vitest's name of how to print it.
 * @returns the exit code, Vitest's report, which is empty if the run broke, and the names of what has failed, of which
 *   the run itself is one if it broke
 */
export async function runVitest(projects, { env = {}, files = [], exclude = [], reporter = 'default' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'react-zoom-join-'));
  try {
    const file = join(folder, 'report.json');
    const reporters = [`--reporter=${reporter}`, '--reporter=json', `--outputFile.json=${file}`];
    const wanted = projects.flatMap((project) => ['--project', project]);
    const unwanted = exclude.flatMap((file) => ['--exclude', file]);
    const args = ['vitest', 'run', ...files, ...wanted, ...unwanted, ...reporters];
    const { code } = await run('npx', args, { env });
    const { testResults = [], ...counts } = await readFile(file, 'utf8').then(JSON.parse, () => ({}));
    const names = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    );
    const isBroken = code !== 0 && names.length === 0;
    const failed = isBroken ? [`the run of ${projects.join(' and ')} broke`] : names;
    return { code, testResults, failed, ...counts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
