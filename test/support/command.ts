import { x } from 'tinyexec';

/** The environment in which an app's commands run. */
export const ENVIRONMENT = {
  // What Vitest sets. Astro serves nothing in a test.
  NODE_ENV: undefined,
  VITEST: undefined,
  TEST: undefined,
  FORCE_COLOR: '0',
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
};

/** Runs a command that must succeed. */
export async function must(command: string, args: string[], cwd: string): Promise<void> {
  const { exitCode, stdout, stderr } = await x(command, args, { nodeOptions: { cwd, env: ENVIRONMENT } });
  if (exitCode === 0) return;
  const end = `${stdout}\n${stderr}`.trim().split('\n').slice(-40).join('\n');
  throw new Error(`${command} ${args.join(' ')} has failed (exit code ${String(exitCode)}).\n${end}`);
}
