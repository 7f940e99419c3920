import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createApp } from '../support/app.ts';
import { type Called, call } from '../support/call.ts';

/** What our npm does with its arguments and the folder of `--prefix`. */
type Npm = 'installs' | 'fails' | 'installs nothing';

/** Calls `copy-sdk` in an app, with an npm of our own, which installs a tiny SDK. */
async function copy(root: string, args: readonly string[], npm: Npm = 'fails'): Promise<Called> {
  const bin = join(root, 'bin');
  await mkdir(bin, { recursive: true });
  const script = `#!/usr/bin/env node
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const args = process.argv.slice(2);
writeFileSync(${JSON.stringify(join(root, 'npm.json'))}, JSON.stringify(args));
const version = args.at(-1).split('@').at(-1);
if ('${npm}' === 'fails') {
  for (let line = 1; line <= 20; line += 1) console.error('npm error line ' + line);
  process.exit(1);
}
const sdk = join(args[args.indexOf('--prefix') + 1], 'node_modules', '@zoom', 'meetingsdk');
const write = (file, text) => {
  mkdirSync(dirname(join(sdk, file)), { recursive: true });
  writeFileSync(join(sdk, file), text);
};
if ('${npm}' === 'installs') {
  write('package.json', JSON.stringify({ version }));
  for (const file of ['zoomus-websdk-embedded.umd.min.js', 'lib/vendor/react.min.js', 'lib/vendor/react-dom.min.js', 'lib/av/a.wasm', 'lib/audio/a.mp3', 'lib/image/a.png', 'lib/lang/a.json'])
    write('dist/' + file, 'SDK ' + version);
}
`;
  await writeFile(join(bin, 'npm'), script);
  await chmod(join(bin, 'npm'), 0o755);
  const env = { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter) };
  const temporary = join(root, 'tmp');
  await mkdir(temporary, { recursive: true });
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
  return call(['copy-sdk', ...args], { cwd: root, env }).finally(() => vi.unstubAllEnvs());
}

/** Returns what is left in the folder for temporary files. */
const leftovers = (root: string) => readdir(join(root, 'tmp'));

describe('the installed SDK', () => {
  it('is copied with its version, and the output says how to use it', async () => {
    const root = await createApp({ sdk: true });
    const { exitCode, out, err } = await copy(root, ['public/zoom-sdk']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const target = join(root, 'public', 'zoom-sdk');
    expect(JSON.parse(await readFile(join(target, 'version.json'), 'utf8'))).toEqual({ version: '6.2.0' });
    expect(await readFile(join(target, 'zoomus-websdk-embedded.umd.min.js'), 'utf8')).toMatch(
      /^\/\/# allFunctionsCalledOnLoad\n/,
    );
    expect(existsSync(join(target, 'lib', 'av', 'tp.wasm'))).toBe(true);
    expect(out).toBe(`✔ @zoom/meetingsdk 6.2.0, which this app has installed
✔ 104 files, 70 MB, are in public/zoom-sdk
• A join loads about 16 of them, 17 MB.
• Use them: <ZoomJoin sdk={selfHosted('/zoom-sdk')} … />, if public/zoom-sdk is served there
• Serve them with: Cache-Control: no-cache (or, below a path with the version, such as /zoom-sdk/6.2.0: public, max-age=31536000, immutable)
`);
    expect(existsSync(join(root, 'npm.json'))).toBe(false);
  });

  it('may be cached for long below its version', async () => {
    const root = await createApp({ sdk: true });
    const { out } = await copy(root, ['static/zoom/6.2.0']);
    expect(out).toContain("selfHosted('/zoom/6.2.0')");
    expect(out).toContain('Serve them with: Cache-Control: public, max-age=31536000, immutable\n');
  });

  it('is not overwritten', async () => {
    const root = await createApp({ sdk: true });
    const { exitCode, err } = await copy(root, ['node_modules/@zoom/meetingsdk/dist']);
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: expect.stringContaining('is the installed SDK') });
  });
});

describe('without it, npm gets one', () => {
  it('alone, into a folder that is removed: no peers, no scripts, nothing in the app', async () => {
    const root = await createApp();
    const { exitCode, out, err } = await copy(root, ['public/zoom-sdk'], 'installs');
    expect(exitCode).toBe(0);
    expect(err).toBe('Downloading @zoom/meetingsdk 6.2.0 from npm (about 110 MB unpacked) …\n');
    expect(out).toContain('✔ @zoom/meetingsdk 6.2.0, from npm\n');
    expect(await readFile(join(root, 'public/zoom-sdk/lib/av/a.wasm'), 'utf8')).toBe('SDK 6.2.0');
    const args = JSON.parse(await readFile(join(root, 'npm.json'), 'utf8')) as string[];
    expect(args).toEqual(expect.arrayContaining(['--ignore-scripts', '--legacy-peer-deps', '--no-save']));
    expect((await readdir(root)).sort()).toEqual(['bin', 'npm.json', 'package.json', 'public', 'tmp']);
    expect(await leftovers(root)).toEqual([]);
  });

  it('the version that is asked for, in place of another copy', async () => {
    const root = await createApp({ sdk: true });
    await copy(root, ['public/zoom-sdk'], 'installs');
    const { out } = await copy(root, ['public/zoom-sdk', '--sdk-version', '5.1.4'], 'installs');
    expect(out).toContain('✔ @zoom/meetingsdk 5.1.4, from npm\n');
    expect(out).toContain(
      '▲ react-zoom-join is made for 6.0.0 || 6.0.2 || 6.1.0 || ^6.2.0 and tested with 6.2.0.',
    );
    expect(await readdir(join(root, 'public/zoom-sdk/lib/av'))).toEqual(['a.wasm']);
    expect(JSON.parse(await readFile(join(root, 'public/zoom-sdk/version.json'), 'utf8'))).toEqual({
      version: '5.1.4',
    });
  });

  it('its failure is told with its last lines, and leaves nothing behind', async () => {
    const root = await createApp();
    const { exitCode, out, err } = await copy(root, ['a/b/zoom-sdk'], 'fails');
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toContain('✘ npm failed. Its last lines:\n  npm error line 13\n');
    expect(err).toContain('line 20');
    expect(err).not.toContain('line 12\n');
    expect(existsSync(join(root, 'a'))).toBe(false);
    expect(await leftovers(root)).toEqual([]);
  });

  it('an installation without files is told, too', async () => {
    const { exitCode, err } = await copy(await createApp(), ['zoom-sdk'], 'installs nothing');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: expect.stringContaining('its files are not there'),
    });
  });

  it('npm may be missing', async () => {
    const root = await createApp();
    const { exitCode, err } = await call(['copy-sdk', 'zoom-sdk'], { cwd: root, env: { PATH: root } });
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: expect.stringContaining('npm was not found') });
  });
});

describe('a copy that is there already', () => {
  it('is kept, so a build copies and downloads nothing', async () => {
    const root = await createApp();
    await copy(root, ['public/zoom-sdk'], 'installs');
    const file = join(root, 'public/zoom-sdk/lib/av/a.wasm');
    await writeFile(file, 'the same');
    const { exitCode, out, err } = await copy(root, ['public/zoom-sdk'], 'fails');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toContain('✔ @zoom/meetingsdk 6.2.0, which is there already\n✔ 8 files, ');
    expect(await readFile(file, 'utf8')).toBe('the same');
  });

  it.each(['lib/av', 'version.json', 'zoomus-websdk-embedded.umd.min.js'])(
    'is replaced if it lacks %s',
    async (missing) => {
      const root = await createApp();
      await copy(root, ['public/zoom-sdk'], 'installs');
      await rm(join(root, 'public/zoom-sdk', missing), { recursive: true });
      const { out } = await copy(root, ['public/zoom-sdk'], 'installs');
      expect(out).toContain('✔ @zoom/meetingsdk 6.2.0, from npm\n');
      expect(existsSync(join(root, 'public/zoom-sdk', missing))).toBe(true);
    },
  );
});

describe('a target that can’t take the files is told before anything is loaded', () => {
  it.each([
    ['a file', 'package.json', 'package.json is a file'],
    ['in a file', 'package.json/zoom-sdk', 'is a file, or is in one'],
    ['a folder with files of the app', 'app', 'npx react-zoom-join copy-sdk app/zoom-sdk'],
    ['where nothing can be created', '/proc/zoom-sdk', 'The files can’t be written to /proc/zoom-sdk'],
  ])('%s', async (_name, dir, message) => {
    const root = await createApp();
    await mkdir(join(root, 'app'));
    await writeFile(join(root, 'app', 'index.html'), '');
    const { exitCode, out, err } = await copy(root, [dir]);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toContain(message);
    expect(err.split('\n')).toHaveLength(2);
    expect(existsSync(join(root, 'npm.json'))).toBe(false);
  });
});
