/** A row of the result. */
export interface Row {
  readonly name: string;
  readonly byHand: string;
  readonly ours: string;
  /** Our value divided by the hand-written one, where that is meaningful. */
  readonly ratio?: number;
  /** The goal, and whether it was met. */
  readonly goal?: { readonly text: string; readonly isMet: boolean };
}

/** A ratio with an upper limit as its goal. */
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
