/** What a command reads from and writes to. The tests pass their own. */
export interface Terminal {
  /** The folder in which the command was called. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  /** Results. */
  readonly out: Output;
  /** Progress, remarks and errors. */
  readonly err: Output;
  /** Aborts when the user presses Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Input extends AsyncIterable<Uint8Array | string> {
  /** A person would have to type it. */
  readonly isTTY?: boolean | undefined;
}

export interface Output {
  write(text: string): unknown;
  /** A person reads it at once, so it may have colours. */
  readonly isTTY?: boolean | undefined;
}

export type Mark = 'ok' | 'info' | 'warning' | 'error';

/** The symbol and the ANSI colour of each mark. */
const MARKS: Readonly<Record<Mark, readonly [symbol: string, colour: number]>> = {
  ok: ['✔', 32],
  info: ['•', 36],
  warning: ['▲', 33],
  error: ['✘', 31],
};

const DIM = 2;

/** Returns functions that colour a text for an output, unless it is a file or the user wants no colours. */
export function paint({ env }: Terminal, { isTTY }: Output) {
  // https://no-color.org
  const hasColours = isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const colour = (code: number, text: string) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    mark: (mark: Mark) => colour(MARKS[mark][1], MARKS[mark][0]),
    dim: (text: string) => colour(DIM, text),
    colour,
  };
}

/** Writes one line of a report: a mark, a text and, indented below it, a hint. */
export function tell(terminal: Terminal, mark: Mark, text: string, hint?: string): void {
  const { mark: marked, dim } = paint(terminal, terminal.out);
  terminal.out.write(`${marked(mark)} ${text}\n`);
  if (hint !== undefined) terminal.out.write(`  ${dim(hint)}\n`);
}

/** Writes a remark to stderr, beside a result that goes to stdout. */
export function remark(terminal: Terminal, text: string, mark: Mark = 'info'): void {
  terminal.err.write(`${paint(terminal, terminal.err).mark(mark)} ${text}\n`);
}
