import { tmpdir } from 'node:os';
import { run } from '../../../src/cli/run.ts';

export interface CallOptions {
  /** Default: a folder that has no packages. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The standard input. Default: a terminal. */
  readonly stdin?: string;
  /** Both outputs are a terminal. */
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
}

export interface Called {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** Both outputs. */
  readonly all: string;
}

/** Calls the command in this process. */
export async function call(args: readonly string[], options: CallOptions = {}): Promise<Called> {
  const { cwd = tmpdir(), env = process.env, stdin, isTTY = false } = options;
  const texts = { out: '', err: '' };
  const output = (name: keyof typeof texts) => ({
    isTTY,
    write: (text: string) => {
      texts[name] += text;
    },
  });
  const exitCode = await run(args, {
    cwd,
    env,
    stdin: Object.assign(chunks(stdin), { isTTY: stdin === undefined }),
    out: output('out'),
    err: output('err'),
    signal: options.signal ?? new AbortController().signal,
  });
  return { exitCode, ...texts, all: texts.out + texts.err };
}

async function* chunks(text: string | undefined): AsyncGenerator<string> {
  if (text !== undefined) yield text;
}
