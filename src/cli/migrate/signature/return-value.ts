import { reindent } from '../code/reindent.ts';
import { linkAround, methodCall } from '../code/shapes.ts';
import { type FunctionNode, isFunction, type Node, type NodeOf } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import { isGone } from '../read/scopes.ts';
import { lineOf, type Work } from '../work.ts';
import { rethrow } from './rethrow.ts';

/** What is to be returned: a statement, or the body of an arrow function. */
export interface Returned {
  readonly node: Node;
  /** Whether what is around it waited for the join, and so caught its errors. */
  readonly isAwaited: boolean;
}

/**
 * Makes everything around a value return it, up to a function. Handlers of errors throw them again, so that the
 * component learns of them.
 *
 * @returns the handlers that also handled errors of the join, which are the component's now
 */
export function returnValue(work: Work, { node, isAwaited }: Returned, until: FunctionNode): readonly Node[] {
  const climber = new Climber(work);
  climber.climb(node, isAwaited, until);
  return climber.handlers;
}

/** Returns what comes after a statement in its block, but no functions, which may stand anywhere. */
export function nextOf(work: Work, statement: Node): Node[] {
  const block = work.tree.parentOf(statement);
  if (block?.type !== 'BlockStatement') return [];
  const body = block.body as Node[];
  return body
    .slice(body.indexOf(statement) + 1)
    .filter((node) => node.type !== 'FunctionDeclaration' && !isGone(work, node));
}

class Climber {
  readonly handlers: Node[] = [];
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  /** Makes everything around a value return it, up to a function. */
  climb(from: Node, isAwaited: boolean, until: FunctionNode): void {
    const { tree } = this.#work;
    let node = from;
    let covers = isAwaited;
    // What follows the end itself has been dealt with.
    let isFirst = true;
    while (node !== until) {
      const parent = tree.parentOf(node);
      if (parent === undefined) throw new NotUnderstood('what is around the join is not clear');
      if (parent.type === 'BlockStatement') {
        if (!isFirst && nextOf(this.#work, node).length > 0) {
          throw new NotUnderstood(
            `something follows the join (${lineOf(this.#work, nextOf(this.#work, node)[0] as Node)})`,
          );
        }
        isFirst = false;
      } else if (parent.type === 'TryStatement') this.#try(parent, node, covers);
      else if (isFunction(parent)) {
        if (parent === until) return;
        const link = linkAround(tree, parent);
        if (link === undefined || link.method !== 'then' || link.args[0] !== parent) {
          throw new NotUnderstood(`it joins in a callback (${lineOf(this.#work, parent)})`);
        }
        const chain = this.#chain(link.call, covers);
        covers = covers && chain.isAwaited;
        node = chain.node;
        isFirst = false;
        // The value of an arrow function.
        continue;
      } else if (parent.type === 'IfStatement') {
        this.#work.remarks.push(
          `The signature is returned on a condition (${lineOf(this.#work, parent)}). Otherwise, <ZoomJoin> shows an error.`,
        );
      } else {
        throw new NotUnderstood(`it joins inside of ${parent.type} (${lineOf(this.#work, parent)})`);
      }
      node = parent;
    }
  }

  #try(node: NodeOf<'TryStatement'>, inside: Node, covers: boolean): void {
    const { edits } = this.#work;
    if (node.block !== inside)
      throw new NotUnderstood(`it joins where errors are handled (${lineOf(this.#work, node)})`);
    const handler = node.handler as Node | null;
    if (handler === null) return;
    if (!covers) {
      rethrow(this.#work, handler);
      return;
    }
    this.handlers.push(handler);
    this.#work.gone.push(handler);
    if (node.finalizer) {
      edits.replace({ start: inside.end, end: handler.end }, '');
      return;
    }
    const statements = (inside as NodeOf<'BlockStatement'>).body as Node[];
    const [first, last] = [statements[0] as Node, statements.at(-1) as Node];
    const [from, to] = [edits.indentAt(first.start), edits.indentAt(node.start)];
    edits.replace(node, () => reindent(edits.render({ start: first.start, end: last.end }), from, to));
  }

  /** Deals with what follows a `.then(…)`, and makes its statement return the promise. */
  #chain(call: Node, covers: boolean): { node: Node; isAwaited: boolean } {
    const { tree, edits } = this.#work;
    let node = call;
    let isAwaited = false;
    for (;;) {
      const parent = tree.parentOf(node);
      if (parent === undefined) throw new NotUnderstood('what is around the join is not clear');
      const link = parent.type === 'MemberExpression' ? methodCall(tree.parentOf(parent)) : undefined;
      if (link && link.object === node) {
        const [handler] = link.args;
        if (link.method === 'then')
          throw new NotUnderstood(`a .then() follows the join (${lineOf(this.#work, link.call)})`);
        if (link.method === 'catch' && handler) {
          if (covers) {
            this.handlers.push(handler);
            edits.replace({ start: node.end, end: link.call.end }, '');
          } else rethrow(this.#work, handler);
        }
        node = link.call;
      } else if (parent.type === 'AwaitExpression') {
        isAwaited = true;
        node = parent;
      } else if (parent.type === 'UnaryExpression' && parent.operator === 'void') {
        edits.replace({ start: parent.start, end: node.start }, '');
        node = parent;
      } else if (parent.type === 'ExpressionStatement') {
        edits.insert(parent.start, 'return ');
        return { node: parent, isAwaited };
      } else if (parent.type === 'ReturnStatement') return { node: parent, isAwaited: true };
      else if (isFunction(parent) && parent.body === node) return { node, isAwaited: true };
      else
        throw new NotUnderstood(
          `what the promise of the join is used for is not clear (${lineOf(this.#work, parent)})`,
        );
    }
  }
}
