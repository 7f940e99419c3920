import { x } from 'tinyexec';

/** Runs a command that must succeed. */
export async function must(command: string, args: string[], cwd: string): Promise<void> {
  // Vitest's own NODE_ENV is `test`.
  const env = { NODE_ENV: undefined, FORCE_COLOR: '0' };
  const { exitCode, stdout, stderr } = await x(command, args, { nodeOptions: { cwd, env } });
  if (exitCode === 0) return;
  const end = `${stdout}\n${stderr}`.trim().split('\n').slice(-40).join('\n');
  throw new Error(`${command} ${args.join(' ')} has failed (exit code ${String(exitCode)}).\n${end}`);
}
