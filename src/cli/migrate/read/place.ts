import { bare, methodCall, nameOf, type Properties, stringOf } from '../code/shapes.ts';
import { type FunctionNode, isInside, type Node, type Tree } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';

/** Where the meeting is shown: the element with an id, or that of a React ref. */
export type Place = { readonly id: string } | { readonly ref: string };

/** Returns the name of the variable that is passed as `zoomAppRoot`. */
export function rootName(init: Properties): string | undefined {
  const value = init.get('zoomAppRoot');
  return value === undefined ? undefined : nameOf(bare(value));
}

/**
 * Whether a statement only gets the element of the meeting, or stops if it is not there.
 *
 * @param root The name of the variable with the element.
 */
export function isAboutPlace(node: Node, root: string | undefined): boolean {
  if (root === undefined) return false;
  if (node.type === 'VariableDeclaration') {
    const [first, ...more] = node.declarations;
    return more.length === 0 && first?.type === 'VariableDeclarator' && nameOf(first.id as Node) === root;
  }
  if (node.type !== 'IfStatement' || node.alternate) return false;
  const { test, consequent } = node;
  const isMissing =
    (test.type === 'UnaryExpression' && test.operator === '!' && nameOf(test.argument as Node) === root) ||
    (test.type === 'BinaryExpression' &&
      test.operator.startsWith('==') &&
      nameOf(test.left as Node) === root);
  const inner = (consequent.type === 'BlockStatement' ? consequent.body : [consequent]) as Node[];
  return isMissing && inner.length === 1 && /^(ReturnStatement|ThrowStatement)$/.test(inner[0]?.type ?? '');
}

interface PlaceFacts {
  readonly init: Properties;
  /** The function that joins. */
  readonly around: FunctionNode;
  /** Statements that are about the place alone. */
  readonly dropped: readonly Node[];
}

/** Reads where the meeting is shown. @throws {NotUnderstood} */
export function readPlace(tree: Tree, { init, around, dropped }: PlaceFacts): Place {
  const given = init.get('zoomAppRoot');
  if (given === undefined) throw new NotUnderstood('init() gets no zoomAppRoot');
  const name = rootName(init);
  const place = placeOf(bare(name === undefined ? given : (valueIn(tree, name, around) ?? given)));
  if (place === undefined) {
    throw new NotUnderstood('it gets the meeting’s element in another way than by getElementById() or a ref');
  }
  const known = [given, ...dropped];
  const uses = name === undefined ? [] : tree.references(name);
  if (uses.some((use) => !known.some((one) => isInside(use, one)))) {
    throw new NotUnderstood(`it also uses the meeting’s element (${name}) for something else`);
  }
  return place;
}

function valueIn(tree: Tree, name: string, around: FunctionNode): Node | undefined {
  const declarators = tree
    .findIn(around, 'VariableDeclarator')
    .filter((declarator) => nameOf(declarator.id as Node) === name);
  const [declarator, ...more] = declarators;
  return more.length === 0 && declarator?.init ? (declarator.init as Node) : undefined;
}

function placeOf(node: Node): Place | undefined {
  const read = methodCall(node);
  const text = stringOf(read?.args[0]);
  if (read?.method === 'getElementById' && text !== undefined) return { id: text };
  if (read?.method === 'querySelector' && text !== undefined && /^#[\w-]+$/.test(text)) {
    return { id: text.slice(1) };
  }
  if (node.type !== 'MemberExpression' || nameOf(node.property as Node) !== 'current') return undefined;
  const ref = nameOf(node.object as Node);
  return ref === undefined ? undefined : { ref };
}
