import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { RECIPES, ROOT } from './recipes.ts';

it('the recipes are what TypeScript takes', async () => {
  await writeFile(
    `${RECIPES}/tsconfig.json`,
    JSON.stringify({ extends: '../../../tsconfig.json', include: ['*.ts'], exclude: [] }),
  );
  const checked = promisify(execFile)('npx', ['tsc', '-p', RECIPES], { cwd: ROOT });
  await expect(checked).resolves.toEqual({ stdout: '', stderr: '' });
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
