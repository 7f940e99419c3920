import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ENVIRONMENT } from '../../support/command.ts';
import type { Example } from '../table.ts';

const GUARD = fileURLToPath(new URL('guard.mjs', import.meta.url));
const PATIENCE_MS = 60_000;

export interface Served {
  /** The app's origin. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs npm scripts of an example, which serve it. Resolves as soon as its first page is there. */
export async function serve(
  { folder, start, servers: count }: Example,
  scripts: readonly string[],
): Promise<Served> {
  const port = await freePort(count);
  const urls = Array.from({ length: count }, (_, at) => `http://localhost:${port + at}${start}`);
  const url = `http://localhost:${port}`;
  const servers = scripts.map((script) => run(folder, script, port));
  const stop = async () => void (await Promise.all(servers.map((server) => server.stop())));
  try {
    await Promise.race([Promise.all(urls.map(answers)), ...servers.map((server) => server.ended)]);
    return { url, stop };
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${servers.map((server) => server.printed()).join('\n')}`);
  }
}

function run(folder: string, script: string, port: number) {
  const child = spawn(process.execPath, [GUARD, folder, script], {
    detached: true,
    env: { ...process.env, ...ENVIRONMENT, PORT: String(port) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const exit = once(child, 'exit');
  const ended = exit.then(([code]): never => {
    throw new Error(`npm run ${script} has ended (exit code ${String(code)}).`);
  });
  ended.catch(() => {});
  return {
    ended,
    printed: () => printed,
    async stop() {
      child.stdin.end();
      await exit;
    },
  };
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 200) return;
    if (Date.now() > deadline) throw new Error(`${url} answers with ${status ?? 'nothing'}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Finds a port that is free, and so are those after it. */
async function freePort(count: number): Promise<number> {
  for (;;) {
    const first = await listen(0);
    const rest = Array.from({ length: count - 1 }, (_, at) => listen(first.port + 1 + at));
    const others = await Promise.allSettled(rest);
    await first.close();
    for (const other of others) if (other.status === 'fulfilled') await other.value.close();
    if (others.every(({ status }) => status === 'fulfilled')) return first.port;
  }
}

async function listen(port: number) {
  const server = createServer().listen(port, 'localhost');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
