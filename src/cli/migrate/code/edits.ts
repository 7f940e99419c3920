export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Edit extends Range {
  readonly text: () => string;
  readonly isRemoval: boolean;
}

/** Changes to a text by position. What nothing changes stays as it is, to the last space. */
export class Edits {
  readonly source: string;
  readonly #edits: Edit[] = [];
  /** The edits whose texts are being made. */
  readonly #active = new Set<Edit>();

  constructor(source: string) {
    this.source = source;
  }

  /** Replaces a range. A function is called at the end, and may render the range or any other. */
  replace({ start, end }: Range, text: string | (() => string)): void {
    this.#edits.push({ start, end, text: typeof text === 'string' ? () => text : text, isRemoval: false });
  }

  insert(at: number, text: string | (() => string)): void {
    this.replace({ start: at, end: at }, text);
  }

  /** Removes a range and, if nothing else is on its lines, these lines, with comments directly above. */
  remove(range: Range): void {
    this.#edits.push({ ...this.#withLines(range), text: () => '', isRemoval: true });
  }

  /**
   * Returns a range with the edits inside it. Of edits inside one another, only the outer one counts. A range that
   * is removed from its place is rendered nevertheless, because it may be needed in another.
   */
  render({ start, end }: Range): string {
    const edits = this.#edits
      .filter((edit) => edit.start >= start && edit.end <= end && !this.#active.has(edit))
      .filter((edit) => !(edit.isRemoval && edit.start === start && edit.end === end))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let text = '';
    let at = start;
    for (const edit of edits) {
      if (edit.start < at) continue;
      this.#active.add(edit);
      text += this.source.slice(at, edit.start) + edit.text();
      this.#active.delete(edit);
      at = edit.end;
    }
    return text + this.source.slice(at, end);
  }

  toString(): string {
    return this.render({ start: 0, end: this.source.length });
  }

  /** Returns the spaces or tabs at the start of the line of a position. */
  indentAt(position: number): string {
    const line = this.source.lastIndexOf('\n', position - 1) + 1;
    return /^[ \t]*/.exec(this.source.slice(line))?.[0] ?? '';
  }

  /** One step of indentation: a tab, or two spaces. */
  get step(): string {
    return /^\t/m.test(this.source) ? '\t' : '  ';
  }

  /** The quotation mark that the file uses. */
  get quote(): string {
    return /\bfrom '/.test(this.source) ? "'" : '"';
  }

  /** Returns the number of the line of a position. The first one is 1. */
  lineAt(position: number): number {
    return this.source.slice(0, position).split('\n').length;
  }

  #withLines({ start, end }: Range): Range {
    const lineStart = this.source.lastIndexOf('\n', start - 1) + 1;
    const newline = this.source.indexOf('\n', end);
    const lineEnd = newline < 0 ? this.source.length : newline;
    const isAlone =
      this.source.slice(lineStart, start).trim() === '' && /^[;,\s]*$/.test(this.source.slice(end, lineEnd));
    if (!isAlone) return { start, end };
    const above = /(?:^|\n)((?:[ \t]*(?:\/\/.*|\/\*[^\n]*\*\/)[ \t]*\n)+)$/.exec(
      this.source.slice(0, lineStart),
    );
    const first = lineStart - (above?.[1]?.length ?? 0);
    return this.#withBlank(first, Math.min(lineEnd + 1, this.source.length));
  }

  /** Adds a blank line beside some lines that nothing separates from another one, or from the edge of a block. */
  #withBlank(start: number, end: number): Range {
    const before = this.source.slice(0, start);
    const after = this.source.slice(end);
    const blankAfter = /^[ \t]*\n/.exec(after)?.[0];
    if (blankAfter !== undefined && /(^|[\n{(>])[ \t]*\n$/.test(before))
      return { start, end: end + blankAfter.length };
    const blankBefore = /\n([ \t]*\n)$/.exec(before)?.[1];
    if (blankBefore !== undefined && /^[ \t]*(\}|\)|<\/)/.test(after))
      return { start: start - blankBefore.length, end };
    return { start, end };
  }
}
