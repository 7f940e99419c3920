import { x } from 'tinyexec';
import { CommandError } from './command-error.ts';
import { codeOf } from './explain-file-error.ts';
import type { Terminal } from './terminal.ts';

/** How often to say that npm is still working, in ms. */
const STILL_MS = 10_000;
/** How many of npm's last lines to show if it fails. */
const LAST_LINES = 8;

export interface NpmCall {
  readonly command: 'npm' | 'npx';
  readonly args: readonly string[];
  /** What it does, for the progress: `Downloading …`. */
  readonly doing: string;
}

/**
 * Runs npm or npx in the user's folder, whose settings it uses, and says on stderr what it is doing. Resolves to
 * what it has printed.
 *
 * @throws {CommandError} with npm's last lines, if it fails
 */
export async function runNpm(terminal: Terminal, { command, args, doing }: NpmCall): Promise<string> {
  const { cwd, signal, err } = terminal;
  err.write(`${doing} …\n`);
  const begun = Date.now();
  const timer = setInterval(() => {
    err.write(`… ${Math.round((Date.now() - begun) / 1000)} s\n`);
  }, STILL_MS);
  try {
    const { exitCode, stdout, stderr } = await x(command, [...args], {
      signal,
      throwOnError: false,
      nodePath: false,
      nodeOptions: { cwd, env: { ...terminal.env }, stdio: ['ignore', 'pipe', 'pipe'] },
    });
    signal.throwIfAborted();
    if (exitCode === 0) return stdout;
    throw new CommandError(`${command} failed. Its last lines:\n${lastLines(`${stdout}\n${stderr}`)}`);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new CommandError(`${command} was not found. It comes with Node.js: is it in the PATH?`);
  } finally {
    clearInterval(timer);
  }
}

function lastLines(output: string): string {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines
    .slice(-LAST_LINES)
    .map((line) => `  ${line}`)
    .join('\n');
}
