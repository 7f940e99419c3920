import { spawn } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../support/command.ts';
import { ROOT } from './recipes.ts';
import { SECRETS } from './secrets.ts';

/** Next.js builds and serves an app in its own folder, so the tests use a copy. */
const COPIES = fileURLToPath(new URL('../__output__', import.meta.url));

/** What is not copied: what was installed or generated, and the key and the secret of the practice meeting. */
const LEFT_OUT = ['node_modules', '.next', 'public', '.env'];

/**
 * Copies an example that uses Next.js, and installs it if necessary. The copy has the latest build of the package.
 * Resolves to the folder.
 *
 * @param standIns The files of this folder that replace the app's session and database, and where they belong.
 */
export async function copyExample(name: string, standIns: Record<string, string>): Promise<string> {
  await must('node', ['scripts/example.mjs', '--install', name], ROOT);
  const example = `${ROOT}/examples/${name}`;
  const copy = `${COPIES}/${name}`;
  await rm(copy, { recursive: true, force: true });
  await cp(example, copy, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
  for (const [file, place] of Object.entries(standIns))
    await copyFile(new URL(file, import.meta.url), `${copy}/${place}`);

  const modules = `${copy}/node_modules`;
  const own = `${modules}/react-zoom-join`;
  await mkdir(own, { recursive: true });
  await cp(`${ROOT}/dist`, `${own}/dist`, { recursive: true });
  await copyFile(`${ROOT}/package.json`, `${own}/package.json`);
  for (const entry of await readdir(`${example}/node_modules`)) {
    const isLinked = !entry.startsWith('.') && entry !== basename(own);
    if (isLinked) await symlink(`${example}/node_modules/${entry}`, `${modules}/${entry}`, 'junction');
  }
  // Turbopack reads no files outside of its root, and the links lead there.
  const config = await readFile(`${copy}/next.config.ts`, 'utf8');
  await writeFile(`${copy}/next.config.ts`, config.replace('import.meta.dirname', JSON.stringify(ROOT)));
  return copy;
}

/** Builds an app without the secrets, because there are none where an app is built. Resolves to what is printed. */
export const buildNext = (folder: string): Promise<string> => next(folder, ['build']).ended;

export async function startNext(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const server = next(folder, ['start', '--port', '0', '--hostname', '127.0.0.1'], SECRETS);
  const address = server.printed(/Local:\s+(http\S+)/);
  const stop = async () => {
    server.child.kill();
    await server.ended.catch(() => {});
  };
  return { url: await Promise.race([address, server.ended]), stop };
}

function next(cwd: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  }
  /** Resolves to the output once the process has ended successfully. */
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`next ${args.join(' ')} ended (${code}):\n${output}`));
    });
  });
  const printed = (awaited: RegExp) =>
    new Promise<string>((resolve) => {
      child.stdout.on('data', () => {
        const found = awaited.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
  return { child, ended, printed };
}
