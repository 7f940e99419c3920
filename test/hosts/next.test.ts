import { spawn } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeHost } from './battery.ts';
import { bundleRecipe, ROOT } from './recipes.ts';
import { SECRETS } from './secrets.ts';

const FOLDER = fileURLToPath(new URL('../apps/next', import.meta.url));

/** Runs Next.js until it ends, or until it has printed what is waited for. */
function next(args: string[], env: Record<string, string>, awaited: RegExp) {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], {
    cwd: FOLDER,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += String(chunk);
      const found = awaited.exec(output);
      if (found) resolve(found[1] ?? '');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`next ${args.join(' ')} ended (${code}):\n${output}`)));
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { printed, ended, stop: () => child.kill() };
}

describeHost('a route handler of Next.js', async () => {
  // The package as npm would put it there.
  const installed = `${FOLDER}/node_modules/react-zoom-join`;
  await rm(installed, { recursive: true, force: true });
  await mkdir(installed);
  await cp(`${ROOT}/dist`, `${installed}/dist`, { recursive: true });
  await cp(`${ROOT}/package.json`, `${installed}/package.json`);
  await bundleRecipe('route', `${FOLDER}/app/api/zoom`, { own: false });

  // Without the secrets: where an app is built, there are none.
  const build = next(['build'], {}, /(\/api\/zoom)/);
  await Promise.all([build.printed, build.ended]);
  const server = next(['start', '--port', '0', '--hostname', '127.0.0.1'], SECRETS, /Local:\s+(http\S+)/);
  const stop = async () => {
    server.stop();
    await server.ended;
  };
  return { url: `${await server.printed}/api/zoom`, stop };
});
