import type { Range } from '../code/edits.ts';
import { effectAround, linkAround, nameOf } from '../code/shapes.ts';
import { type FunctionNode, isInside, type Node } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import type { Work } from '../work.ts';

/** Returns the function around a node that is no callback of a promise. */
export function outerFunction({ tree }: Pick<Work, 'tree'>, node: Node): FunctionNode {
  let fn = tree.functionAround(node);
  while (fn && linkAround(tree, fn)) fn = tree.functionAround(fn);
  if (fn === undefined) throw new NotUnderstood('it joins outside of a function');
  return fn;
}

/** Returns the name of a function, and the statement that declares it. It may be wrapped in `useCallback`. */
export function declarationOf(
  { tree }: Pick<Work, 'tree'>,
  fn: FunctionNode,
): { name: string; id: Node; statement: Node } | undefined {
  if (fn.type === 'FunctionDeclaration') {
    const id = fn.id as Node | null;
    const name = nameOf(id);
    return id && name !== undefined ? { name, id, statement: fn } : undefined;
  }
  let at: Node | undefined = tree.parentOf(fn);
  if (
    at?.type === 'CallExpression' &&
    at.arguments[0] === fn &&
    /useCallback$/.test(tree.text(at.callee as Node))
  ) {
    at = tree.parentOf(at);
  }
  if (at?.type !== 'VariableDeclarator') return undefined;
  const statement = tree.parentOf(at);
  const id = at.id as Node;
  const name = nameOf(id);
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1 || name === undefined)
    return undefined;
  return { name, id, statement };
}

/** Whether a node is in the list of dependencies of a hook. */
export function isDependency({ tree }: Pick<Work, 'tree'>, node: Node): boolean {
  const list = tree.parentOf(node);
  const call = list && tree.parentOf(list);
  return list?.type === 'ArrayExpression' && call?.type === 'CallExpression' && call.arguments[1] === list;
}

/** Whether a node is inside of what has been taken from its place. */
export const isGone = ({ gone }: { readonly gone: readonly Range[] }, node: Node): boolean =>
  gone.some((range) => isInside(node, range));

/** Returns the callback of the effect around a function, or the function: what the component can't see into. */
export function closedScope({ tree }: Pick<Work, 'tree'>, fn: FunctionNode): Node {
  return [fn, ...tree.around(fn)].find((node) => effectAround(tree, node) !== undefined) ?? fn;
}
