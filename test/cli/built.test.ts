import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLES = join(import.meta.dirname, 'migrate', 'samples');

let folder: string;
let dist: string;
let temporary: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'react-zoom-join-built-'));
  dist = join(folder, 'dist');
  temporary = join(folder, 'temporary');
  await mkdir(temporary);
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.cli.config.ts'),
    logLevel: 'silent',
    build: { outDir: dist },
  });
  await writeFile(join(dist, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the built command in the repository, where npx finds jscodeshift without the registry. */
function runBuilt(
  args: readonly string[],
  stdin = '',
): Promise<{ exitCode: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(dist, 'cli.js'), ...args], {
      cwd: ROOT,
      // Where temporary files go, on each platform.
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      texts.out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      texts.err += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...texts }));
    child.stdin.end(stdin);
  });
}

describe('the built command', () => {
  it('runs', async () => {
    const { exitCode, out, err } = await runBuilt(['--help']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/^Usage: react-zoom-join /);
    expect(out).not.toContain('\u001b');
  });

  it('ends as usual although nobody reads its output', async () => {
    const child = spawn(process.execPath, [join(dist, 'cli.js'), 'headers', 'next'], { cwd: ROOT });
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it('tells wrong calls by its exit code', async () => {
    expect((await runBuilt(['nonsense'])).exitCode).toBe(2);
  });

  it('reads the standard input', async () => {
    const { exitCode, out } = await runBuilt(['doctor', '--signature'], '<html>');
    expect(exitCode).toBe(1);
    expect(out).toContain('It is an HTML page');
  });

  it('is what the manifest names, and brings what it needs', async () => {
    const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    expect(manifest.bin).toEqual({ 'react-zoom-join': './dist/cli.js' });
    const text = await readFile(join(dist, 'cli.js'), 'utf8');
    expect(text.startsWith('#!/usr/bin/env node\n')).toBe(true);
    const sources = [...text.matchAll(/^(?:import|export) .*?from "([^"]+)";$/gm)].map(
      ([, source = '']) => source,
    );
    expect(sources.filter((source) => !source.startsWith('node:'))).toEqual([]);
  });

  it('is not in the CommonJS build, except for the transform that jscodeshift requires', async () => {
    expect(existsSync(join(dist, 'cjs', 'cli.js'))).toBe(false);
    expect(existsSync(join(dist, 'migrate-transform.js'))).toBe(false);
    const transform = await readFile(join(dist, 'cjs', 'migrate-transform.js'), 'utf8');
    const required = [...transform.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, source]) => source);
    expect(required.sort()).toEqual(['node:fs', 'node:path']);
  });
});

describe('migrate, with the real jscodeshift', () => {
  it('shows the difference, leaves alone what it doesn’t understand, and writes when it is told to', async () => {
    const before = (await readFile(join(SAMPLES, 'promises.before.jsx.txt'), 'utf8')).replaceAll(
      '\n',
      '\r\n',
    );
    const [room, other] = [join(folder, 'Room.jsx'), join(folder, 'other.js')];
    await writeFile(room, before);
    await writeFile(other, 'export {};\n');

    const shown = await runBuilt(['migrate', room, other, join(folder, 'none.js')]);
    expect(shown.exitCode).toBe(1);
    expect(shown.out).toContain("+import { ZoomJoin } from 'react-zoom-join';");
    expect(shown.out).toMatch(/^--- a\/.*Room\.jsx\n\+\+\+ b\/.*Room\.jsx\n@@ /);
    expect(shown.err).toContain('▲ ');
    expect(shown.err).toContain('other.js is left alone: it doesn’t import @zoom/meetingsdk/embedded.');
    expect(shown.err).toContain('none.js can’t be read: it does not exist.');
    expect(shown.err).toContain('Nothing is written yet.');
    expect(await readFile(room, 'utf8')).toBe(before);

    const written = await runBuilt(['migrate', '--write', room]);
    expect(written.exitCode).toBe(0);
    const after = await readFile(room, 'utf8');
    expect(after).toContain('<ZoomJoin\r\n');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(await readFile(other, 'utf8')).toBe('export {};\n');
    expect((await readdir(temporary)).filter((name) => name.startsWith('react-zoom-join'))).toEqual([]);
  }, 60_000);
});
