import { effectAround } from '../code/shapes.ts';
import type { Node } from '../code/tree.ts';
import { isGone } from '../read/scopes.ts';
import type { PlacedFunction } from '../signature/place-function.ts';
import { lineOf, take, type Work } from '../work.ts';

/** Removes effects in which nothing is left, and puts a function that was in one where it was. */
export function tidyEffects(work: Work, fn: Node, { effect: source, hoisted }: PlacedFunction): void {
  const { tree, edits } = work;
  for (const callback of tree.find('ArrowFunctionExpression', 'FunctionExpression')) {
    const effect = effectAround(tree, callback);
    const statement = effect && tree.parentOf(effect);
    if (effect === undefined || statement?.type !== 'ExpressionStatement') continue;
    const body = callback.body as Node;
    const parts = body.type === 'BlockStatement' ? (body.body as Node[]) : [body];
    const hasChanged = parts.some((node) => isGone(work, node));
    const isEmpty = callback === fn || (hasChanged && parts.every((node) => isGone(work, node)));
    const text = effect === source ? hoisted : undefined;
    if (text && isEmpty) edits.replace(statement, text);
    else if (text) edits.insert(statement.start, () => `${text()}\n\n${edits.indentAt(statement.start)}`);
    else if (isEmpty) take(work, statement);
    if (!isEmpty && hasChanged) {
      work.remarks.push(
        `Something is left in an effect (${lineOf(work, effect)}): does it have to be there?`,
      );
    }
  }
}
