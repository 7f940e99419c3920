import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const FOLDER = 'test/__output__/blocks';

/** The tests of test/hosts compile the code of these, and run it. */
const RUN_ELSEWHERE = ['endpoint.md', 'keeping-people-out.md'];

/** Writes each block of code to a file, named by its first line if that is a comment with a name. */
async function writeBlocks(): Promise<number> {
  await rm(FOLDER, { recursive: true, force: true });
  const documents = (await readdir('docs')).filter(
    (name) => name.endsWith('.md') && !RUN_ELSEWHERE.includes(name),
  );
  let count = 0;
  for (const path of ['README.md', ...documents.map((name) => `docs/${name}`)]) {
    const folder = `${FOLDER}/${path.replace(/\W/g, '-')}`;
    await mkdir(folder, { recursive: true });
    const text = await readFile(path, 'utf8');
    for (const [, language, code = ''] of text.matchAll(/^```(tsx?)\n(.*?)^```/gms)) {
      // The examples compile their own.
      if (/^.*, from examples\//.test(code)) continue;
      count += 1;
      const name = /^\/\/ ([\w-]+\.tsx?)\n/.exec(code)?.[1] ?? `block-${count}.${language}`;
      await writeFile(`${folder}/${name}`, code);
    }
  }
  return count;
}

it('each block of TypeScript in the README and in docs/ compiles', async () => {
  expect(await writeBlocks()).toBeGreaterThan(8);
  await cp('test/docs/yours.d.ts', `${FOLDER}/yours.d.ts`);
  const config = {
    extends: '../../../tsconfig.json',
    // As in an app, and not as strict as here.
    compilerOptions: { noPropertyAccessFromIndexSignature: false },
    include: ['**/*'],
    exclude: [],
  };
  await writeFile(`${FOLDER}/tsconfig.json`, JSON.stringify(config));
  const checked = await promisify(execFile)('npx', ['tsc', '-p', FOLDER]).catch((error: unknown) => error);
  expect(checked).toMatchObject({ stdout: '', stderr: '' });
}, 60_000);
