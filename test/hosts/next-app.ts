import { spawn } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleRecipe, ROOT } from './recipes.ts';
import { SECRETS } from './secrets.ts';

export const FOLDER = fileURLToPath(new URL('../apps/next', import.meta.url));

/** The page uses the server action, because Next.js leaves unused ones out of the build. */
const PAGE = `'use client';
import { getSignature } from './actions/actions.js';
export default function Page() {
  return <button onClick={() => getSignature({ meeting: 'standup' })}>Join</button>;
}
`;
const LAYOUT = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

/** Builds an app with the recipes for Next.js: a route handler and a server action. Resolves to what is printed. */
export async function buildNextApp(): Promise<string> {
  // Install the package as npm would.
  const installed = `${FOLDER}/node_modules/react-zoom-join`;
  await rm(installed, { recursive: true, force: true });
  await mkdir(installed);
  await cp(`${ROOT}/dist`, `${installed}/dist`, { recursive: true });
  await cp(`${ROOT}/package.json`, `${installed}/package.json`);

  await rm(`${FOLDER}/app`, { recursive: true, force: true });
  await bundleRecipe('route', `${FOLDER}/app/api/zoom`, { own: false });
  await bundleRecipe('actions', `${FOLDER}/app/actions`, { own: false });
  await writeFile(`${FOLDER}/app/layout.js`, LAYOUT);
  await writeFile(`${FOLDER}/app/page.js`, PAGE);

  // Build without the secrets, because there are none where an app is built.
  return next(['build']).ended;
}

export async function startNextApp(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = next(['start', '--port', '0', '--hostname', '127.0.0.1'], SECRETS);
  const address = server.printed(/Local:\s+(http\S+)/);
  const stop = async () => {
    server.child.kill();
    await server.ended.catch(() => {});
  };
  return { url: await Promise.race([address, server.ended]), stop };
}

function next(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], {
    cwd: FOLDER,
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
