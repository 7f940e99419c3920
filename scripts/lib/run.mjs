import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const isWindows = process.platform === 'win32';
const children = new Set();

// Ctrl-C reaches the child processes too. This makes sure that none of them outlives this process.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(130);
  });
}

/**
 * Runs a command and resolves to its exit code. Finds `npm` and `npx` on every platform.
 *
 * @param options.quiet Does not show the output.
 * @param options.keep Shows the output and also resolves to it. `quiet` always does.
 */
export function run(command, args, { cwd = root, env = {}, quiet = false, keep = quiet } = {}) {
  return new Promise((resolve, reject) => {
    // On Windows, npm and npx are .cmd files, which only a shell can start.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell: isWindows && /^np[mx]$/.test(command),
      stdio: keep ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    children.add(child);
    let output = '';
    for (const stream of ['stdout', 'stderr']) {
      child[stream]?.on('data', (chunk) => {
        output += chunk;
        if (!quiet) process[stream].write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a command that must succeed. */
export async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed (exit code ${code}).\n${output}`);
  return output;
}
