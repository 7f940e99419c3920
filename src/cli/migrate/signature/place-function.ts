import { reindent } from '../code/reindent.ts';
import { effectAround, nameOf } from '../code/shapes.ts';
import { type FunctionNode, isInside, type Node, type NodeOf } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import { declarationOf } from '../read/scopes.ts';
import { lineOf, take, type Work } from '../work.ts';

/** A function of the component, or of the file, that is passed as `getSignature`. */
export interface PlacedFunction {
  /** The name that it has now. */
  readonly name: string;
  /** The name that it had. `undefined`: it had none, and an effect called it. */
  readonly oldName: string | undefined;
  /** Whether it prevented the default action of an event. */
  readonly preventsDefault: boolean;
  /** The effect that it was in. */
  readonly effect: NodeOf<'CallExpression'> | undefined;
  /** Its text, which goes to where the effect was. */
  readonly hoisted?: () => string;
}

/** Makes a function that fetched the signature one that can be passed as `getSignature`. */
export function placeFunction(work: Work, fn: FunctionNode): PlacedFunction {
  const { tree, edits } = work;
  const preventsDefault = dropEvent(work, fn);
  if (fn.returnType) edits.replace(fn.returnType as Node, '');

  const declared = declarationOf(work, fn);
  const name = chooseName(work, declared?.name);
  const effect = [fn, ...tree.around(fn)]
    .map((node) => effectAround(tree, node))
    .find((one) => one !== undefined);
  if (declared && effect === undefined) {
    if (tree.declarations(declared.name).length > 1) {
      throw new NotUnderstood(`there are two things named ${declared.name}`);
    }
    if (name !== declared.name)
      edits.replace({ start: declared.id.start, end: declared.id.start + declared.name.length }, name);
    return { name, oldName: declared.name, preventsDefault, effect };
  }
  if (effect === undefined)
    throw new NotUnderstood(`the function that joins has no name (${lineOf(work, fn)})`);
  const hoisted = hoist(work, { fn, effect, name, statement: declared?.statement });
  return { name, oldName: declared?.name, preventsDefault, effect, hoisted };
}

function chooseName({ tree }: Work, old: string | undefined): string {
  if (old !== undefined && /signature/i.test(old)) return old;
  const names = new Set(tree.find('Identifier').map((node) => node.name));
  return (
    ['getSignature', 'fetchSignature', 'getZoomSignature'].find((name) => !names.has(name)) ??
    'getMeetingSignature'
  );
}

/** Removes the event that a click passed. Returns whether its default action was prevented. */
function dropEvent(work: Work, fn: FunctionNode): boolean {
  const { tree, edits } = work;
  const [param, ...more] = fn.params as Node[];
  if (param === undefined) return false;
  const name = nameOf(param);
  if (name === undefined || more.length > 0) {
    throw new NotUnderstood(`the function that fetches the signature has parameters (${lineOf(work, fn)})`);
  }
  let prevents = false;
  for (const use of tree.references(name).filter((node) => isInside(node, fn.body as Node))) {
    const statement = tree.around(use).find(({ type }) => type === 'ExpressionStatement');
    const text = statement ? tree.text(statement) : '';
    if (!statement || !/^\w+\??\.(preventDefault|stopPropagation)\??\.?\(\);?$/.test(text)) {
      throw new NotUnderstood(
        `the function that fetches the signature uses its parameter (${lineOf(work, use)})`,
      );
    }
    prevents ||= text.includes('preventDefault');
    take(work, statement);
  }
  // With the type and the parentheses, if it has any.
  const before = tree.source.lastIndexOf('(', param.start);
  const hasParentheses = before >= fn.start && tree.source.slice(before + 1, param.start).trim() === '';
  edits.replace(param, hasParentheses ? '' : '()');
  return prevents;
}

interface Hoisted {
  readonly fn: FunctionNode;
  readonly effect: NodeOf<'CallExpression'>;
  readonly name: string;
  /** The statement that declares it, if it has a name. */
  readonly statement: Node | undefined;
}

/** Takes a function out of an effect. Returns its text, with a name. */
function hoist(work: Work, { fn, effect, name, statement }: Hoisted): () => string {
  const { tree, edits } = work;
  const callback = effect.arguments[0] as FunctionNode;
  const effectStatement = tree.parentOf(effect);
  if (effectStatement?.type !== 'ExpressionStatement')
    throw new NotUnderstood('an effect is used in an unusual way');
  const own = tree.declaredIn(fn);
  const used = tree.usedIn(fn);
  const lost = [...tree.declaredIn(callback)].filter((one) => used.has(one) && !own.has(one));
  if (fn !== callback && lost.length > 0) {
    throw new NotUnderstood(`it uses ${lost.join(', ')}, which only the effect knows (${lineOf(work, fn)})`);
  }
  const to = edits.indentAt(effectStatement.start);
  const from = edits.indentAt(fn.start);
  if (statement) take(work, statement);
  return () => {
    const body = edits.render(fn.body as Node);
    const isAsync = fn.async || fn === callback;
    return `const ${name} = ${isAsync ? 'async ' : ''}() => ${reindent(body, from, to)};`;
  };
}
