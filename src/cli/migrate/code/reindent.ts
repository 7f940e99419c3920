/** Moves every line but the first from one indentation to another. */
export const reindent = (text: string, from: string, to: string): string =>
  text
    .split('\n')
    .map((line, index) =>
      index > 0 && line.startsWith(from) && line !== '' ? to + line.slice(from.length) : line,
    )
    .join('\n');
