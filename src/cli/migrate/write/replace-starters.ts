import { effectAround } from '../code/shapes.ts';
import { isFunction, isInside, type Node, type NodeOf } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import { isDependency, isGone } from '../read/scopes.ts';
import type { PlacedFunction } from '../signature/place-function.ts';
import { lineOf, take, type Work } from '../work.ts';

export interface Starters {
  /** An effect joined, so the component may join by itself. */
  readonly autoJoin: boolean;
  /** The text of a button that was removed, because the component has its own. */
  readonly buttonText?: string | undefined;
}

/** The expression that joins. The handle of the component gets this name, or another one if it is taken. */
export const HANDLE = '__zoomJoinHandle__';
const JOIN = `${HANDLE}.current?.join()`;

/** Replaces what called the function that fetched and joined: effects, buttons, forms and other functions. */
export function replaceStarters(
  work: Work,
  fn: Node,
  { oldName, effect, preventsDefault }: PlacedFunction,
): Starters {
  const { tree, edits } = work;
  const uses = oldName === undefined ? [] : tree.references(oldName);
  let autoJoin = effect !== undefined && (oldName === undefined || isCalledIn(work, effect, uses));
  let buttonText: string | undefined;
  for (const use of uses.filter((node) => !isInside(node, fn) && !isGone(work, node))) {
    const parent = tree.parentOf(use);
    const attribute = attributeOf(work, use);
    if (isDependency(work, use)) removeFromList(work, use);
    else if (attribute) {
      const text = removeButton(work, attribute);
      if (text !== undefined) buttonText = text;
      else edits.replace(attribute.value as Node, `{${handlerOf(work, attribute, preventsDefault)}}`);
    } else if (parent?.type === 'CallExpression' && parent.callee === use) {
      const statement = directlyInEffect(work, parent);
      if (statement) {
        autoJoin = true;
        take(work, statement);
      } else edits.replace(parent, JOIN);
    } else throw new NotUnderstood(`${oldName} is used in a way that is not clear (${lineOf(work, use)})`);
  }
  const isStarted = autoJoin || uses.some((use) => !isInside(use, fn) && !isDependency(work, use));
  if (!isStarted) throw new NotUnderstood(`nothing calls ${oldName ?? 'the function that joins'}`);
  return { autoJoin, buttonText };
}

const isCalledIn = ({ tree }: Work, effect: Node, uses: readonly Node[]): boolean =>
  uses.some((use) => isInside(use, effect) && tree.parentOf(use)?.type === 'CallExpression');

/** Returns the attribute whose handler only calls the function: `onClick={join}` or `onClick={() => join()}`. */
function attributeOf({ tree }: Work, use: Node): NodeOf<'JSXAttribute'> | undefined {
  let node = use;
  for (const outer of tree.around(use)) {
    if (outer.type === 'JSXAttribute') return outer;
    const isOnly =
      outer.type === 'JSXExpressionContainer' ||
      (outer.type === 'CallExpression' && outer.callee === node) ||
      (outer.type === 'UnaryExpression' && outer.operator === 'void') ||
      outer.type === 'ExpressionStatement' ||
      (outer.type === 'BlockStatement' && outer.body.length === 1) ||
      (isFunction(outer) && outer.body === node && !outer.id);
    if (!isOnly) return undefined;
    node = outer;
  }
  return undefined;
}

function handlerOf({ tree }: Work, attribute: NodeOf<'JSXAttribute'>, preventsDefault: boolean): string {
  const isSubmit = tree.text(attribute.name as Node) === 'onSubmit';
  return isSubmit && preventsDefault ? `(event) => { event.preventDefault(); ${JOIN}; }` : `() => ${JOIN}`;
}

/**
 * Removes a button that does nothing but join and has no style of its own: the idle screen has one. Returns its text.
 * `undefined`: it stays.
 */
function removeButton(work: Work, attribute: NodeOf<'JSXAttribute'>): string | undefined {
  const { tree } = work;
  const opening = tree.parentOf(attribute);
  const element = opening && tree.parentOf(opening);
  const outside = element && tree.parentOf(element);
  if (opening?.type !== 'JSXOpeningElement' || element?.type !== 'JSXElement') return undefined;
  const isPlain =
    tree.text(opening.name as Node) === 'button' &&
    (opening.attributes ?? []).every((one) => /^(onClick|type)\b/.test(tree.text(one as Node)));
  const children = (element.children ?? []) as Node[];
  const isText = children.every(({ type }) => type === 'JSXText');
  const isAmongOthers = outside?.type === 'JSXElement' || outside?.type === 'JSXFragment';
  if (!isPlain || !isText || !isAmongOthers) return undefined;
  take(work, element);
  const text = children
    .map((child) => tree.text(child))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  work.remarks.push(
    `The button “${text}” (${lineOf(work, element)}) is gone: until the user joins, <ZoomJoin> shows one with the same text.`,
  );
  return text;
}

/** Returns the statement of a call that stands directly in an effect. */
function directlyInEffect({ tree }: Work, call: Node): Node | undefined {
  const statement = tree.around(call).find(({ type }) => /Statement$/.test(type));
  if (statement?.type !== 'ExpressionStatement') return undefined;
  const block = tree.parentOf(statement);
  const callback = block && tree.parentOf(block);
  return callback && effectAround(tree, callback) ? statement : undefined;
}

/** Removes an element of an array, with its comma. */
export function removeFromList({ tree, edits }: Work, element: Node): void {
  const after = /^\s*,\s*/.exec(tree.source.slice(element.end))?.[0];
  const before = /,\s*$/.exec(tree.source.slice(0, element.start))?.[0];
  edits.replace(
    after === undefined
      ? { start: element.start - (before?.length ?? 0), end: element.end }
      : { start: element.start, end: element.end + after.length },
    '',
  );
}
