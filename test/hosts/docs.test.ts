import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { EXAMPLES, RECIPES, ROOT } from './recipes.ts';

it('the recipes are what TypeScript takes', async () => {
  await writeFile(
    `${RECIPES}/tsconfig.json`,
    JSON.stringify({ extends: '../../../tsconfig.json', include: ['*.ts'], exclude: [] }),
  );
  const checked = promisify(execFile)('npx', ['tsc', '-p', RECIPES], { cwd: ROOT });
  await expect(checked).resolves.toEqual({ stdout: '', stderr: '' });
});

it.each(
  Object.entries(EXAMPLES).flatMap(([name, folders]) => folders.map((folder) => [folder, name] as const)),
)('examples/%s/%s is the recipe', async (folder, name) => {
  const recipe = await readFile(`${RECIPES}/${name}`, 'utf8');
  const file = await readFile(`${ROOT}/examples/${folder}/${name}`, 'utf8');
  // The first line of a recipe is its name. Recipes import as frameworks want it, and examples as Node does.
  expect(file.replace(/ from '(\..*)\.ts'/g, " from '$1'")).toBe(recipe.replace(/^.*\n/, ''));
});

it('the rate limit lets a user ask ten times a minute', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  const { rateLimit } = (await import(/* @vite-ignore */ `${RECIPES}/rate-limit.ts`)) as {
    rateLimit(request: Request): Promise<number>;
  };
  const by = (user: string) =>
    rateLimit(new Request('https://app.example/', { headers: { cookie: `session=${user}` } }));
  for (let time = 0; time < 10; time += 1) expect(await by('ada')).toBe(0);
  vi.setSystemTime(10_000);
  expect([await by('ada'), await by('eve')]).toEqual([50, 0]);
  vi.setSystemTime(60_000);
  expect(await by('ada')).toBe(0);
  vi.useRealTimers();
});
