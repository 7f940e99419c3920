/** A line of the result. */
export interface Row {
  readonly name: string;
  readonly byHand: string;
  readonly ours: string;
  /** Ours over the hand-written way, where that says something. */
  readonly ratio?: number;
  /** What was promised, and whether it came true. */
  readonly goal?: { readonly text: string; readonly isMet: boolean };
}

/** A ratio that must not be larger. */
export const atMost = (limit: number, ratio: number): Pick<Row, 'ratio' | 'goal'> => ({
  ratio,
  goal: { text: `≤ ${limit}×`, isMet: ratio <= limit },
});

const HEAD = ['', 'by hand, React 18.2', 'react-zoom-join, React 19', 'ratio', 'goal', ''];

export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ name, byHand, ours, ratio, goal }) => [
    name,
    byHand,
    ours,
    ratio === undefined ? '' : `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}×`,
    goal?.text ?? '',
    goal === undefined ? '' : goal.isMet ? 'met' : 'NOT MET',
  ]);
  const lines = [HEAD, ...cells];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
