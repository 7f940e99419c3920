import { CommanderError } from 'commander';
import { CommandError, WrongCall } from './command-error.ts';
import { createProgram } from './create-program.ts';
import { bugs } from './manifest.ts';
import { redact } from './redact.ts';
import { remark, type Terminal } from './terminal.ts';

/** The exit code of a process that Ctrl-C has ended. */
const CANCELLED = 130;

/**
 * Runs the command line. Never rejects.
 *
 * @param args The arguments after the name of the command.
 * @returns the exit code: 0 if all is well, 1 if something is wrong, 2 if the command was called in a wrong way
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, terminal, args);
  }
}

function explain(error: unknown, terminal: Terminal, args: readonly string[]): number {
  if (terminal.signal.aborted) {
    remark(terminal, 'Cancelled.', 'error');
    return CANCELLED;
  }
  if (error instanceof CommanderError) {
    // Help and the version are printed already. Without a command, the help says what is missing.
    if (error.exitCode === 0) return 0;
    if (error.code !== 'commander.help') remark(terminal, wrongCall(error, args), 'error');
    return 2;
  }
  if (error instanceof CommandError) {
    const more = error instanceof WrongCall ? ` ${seeHelp(args)}` : '';
    remark(terminal, `${error.message}${more}`, 'error');
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  remark(terminal, `Something unexpected went wrong: ${message}\n  Please report it: ${bugs}`, 'error');
  return 1;
}

/** Turns a message such as "error: unknown option '--pge'\n(Did you mean --page?)" into one line. */
function wrongCall({ code, message }: CommanderError, args: readonly string[]): string {
  const text = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  // Somebody may have given the signature as an argument.
  const isSignature = code === 'commander.unknownOption' && text.includes("'--signature=");
  const plain = isSignature
    ? '--signature takes no value: it reads the signature from the standard input.'
    : redact(text);
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.?)]$/.test(plain) ? '' : '.'} ${seeHelp(args)}`;
}

const COMMANDS = ['copy-sdk', 'doctor', 'headers', 'migrate'];

function seeHelp(args: readonly string[]): string {
  const command = args.find((argument) => COMMANDS.includes(argument));
  return `See: npx react-zoom-join ${command === undefined ? '' : `${command} `}--help`;
}
