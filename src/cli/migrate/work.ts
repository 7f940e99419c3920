import type { Edits, Range } from './code/edits.ts';
import type { Tree } from './code/tree.ts';

/** A file that is being migrated. */
export interface Work {
  readonly tree: Tree;
  readonly edits: Edits;
  /** What the user should look at. */
  readonly remarks: string[];
  /** Every range that will not be in the result, except as part of something else. */
  readonly gone: Range[];
}

/** Removes a statement from its place. */
export function take({ edits, gone }: Work, range: Range): void {
  gone.push(range);
  edits.remove(range);
}

/** `line 12` */
export const lineOf = ({ edits }: Pick<Work, 'edits'>, { start }: Range): string =>
  `line ${edits.lineAt(start)}`;
