import { bare, nameOf } from '../code/shapes.ts';
import { type FunctionNode, isFunction, isInside, type Node } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import type { Start } from '../read/read-start.ts';
import { declarationOf, isDependency, outerFunction } from '../read/scopes.ts';
import { lineOf, take, type Work } from '../work.ts';
import { nextOf, type Returned, returnValue } from './return-value.ts';

/** The function that fetched the signature and now returns it. */
export interface SignatureFunction {
  readonly fn: FunctionNode;
  /** Handlers of errors that it doesn't catch any more. */
  readonly handlers: readonly Node[];
  /** What was done when the meeting had been joined. */
  readonly after: readonly Node[];
}

/**
 * Turns the function that fetched the signature and joined into one that returns the signature.
 *
 * @param fields What the function returns beside the signature, such as `tk: registrantToken`.
 */
export function makeSignature(work: Work, start: Start, fields: readonly string[]): SignatureFunction {
  const signature = start.join.get('signature') as Node;
  const name = nameOf(bare(signature));
  const isParameter =
    start.inside === start.around && start.inside.params.some((param) => nameOf(param as Node) === name);
  const maker = new Maker(work);
  const end = isParameter ? maker.endAtCall(start, fields) : maker.endAtStart(start, signature, fields);
  const fn = outerFunction(work, end.node);
  return { fn, handlers: returnValue(work, end, fn), after: maker.after };
}

class Maker {
  readonly after: Node[] = [];
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  /** `init` and `join` are in a function of their own, which gets the signature: it is returned where that was called. */
  endAtCall(start: Start, fields: readonly string[]): Returned {
    const { tree, edits } = this.#work;
    const { around } = start;
    const declared = declarationOf(this.#work, around);
    if (declared === undefined || around.params.length !== 1) {
      throw new NotUnderstood('the function that joins has no name, or takes more than the signature');
    }
    const { name, statement } = declared;
    if (tree.declarations(name).length > 1) throw new NotUnderstood(`there are two things named ${name}`);
    const uses = tree.references(name).filter((use) => !isDependency(this.#work, use));
    const [use, ...more] = uses;
    const call = use && tree.parentOf(use);
    if (
      call?.type !== 'CallExpression' ||
      call.callee !== use ||
      call.arguments.length !== 1 ||
      more.length > 0
    ) {
      throw new NotUnderstood(`${name}() is not called in exactly one place with the signature`);
    }
    take(this.#work, statement);
    const argument = call.arguments[0] as Node;
    return this.#end(call, () => grant(edits.render(argument), fields), start.before);
  }

  /** The function that joins is the one that fetches: it ends before `init`. */
  endAtStart(start: Start, signature: Node, fields: readonly string[]): Returned {
    const { edits, gone } = this.#work;
    const { parts, before, isAwaited } = start;
    const dropped = start.dropped.filter((node) => parts.includes(node));
    const first = parts.find((node) => !before.includes(node) && !dropped.includes(node));
    const last = parts.at(-1);
    if (first === undefined || last === undefined)
      throw new NotUnderstood('what happens before init is not clear');
    const range = { start: first.start, end: last.end };
    for (const node of start.dropped) if (!isInside(node, range)) take(this.#work, node);
    gone.push(range);
    const isBody = !/Statement$/.test(first.type);
    const value = () => grant(edits.render(signature), fields);
    edits.replace(range, () => (isBody ? asBody(value()) : `return ${value()};`));
    return { node: first, isAwaited: isAwaited || isBody };
  }

  /** Replaces a call of the function that joined, with what was done before `init`. */
  #end(call: Node, value: () => string, before: readonly Node[]): Returned {
    const { tree, edits } = this.#work;
    let node = call;
    let isAwaited = false;
    for (const outer of tree.around(call)) {
      if (outer.type === 'AwaitExpression') isAwaited = true;
      else if (isFunction(outer) && outer.body === node) {
        if (before.length > 0)
          throw new NotUnderstood(
            `there is something before init (${lineOf(this.#work, before[0] as Node)})`,
          );
        edits.replace(node, () => asBody(value()));
        return { node, isAwaited: true };
      } else if (outer.type === 'ReturnStatement' || outer.type === 'ExpressionStatement') {
        this.#replace(outer, value, before, isAwaited);
        return { node: outer, isAwaited: isAwaited || outer.type === 'ReturnStatement' };
      } else if (
        bare(outer) !== bare(node) &&
        !(outer.type === 'UnaryExpression' && outer.operator === 'void')
      )
        break;
      node = outer;
    }
    throw new NotUnderstood(`what the function that joins returns is used (${lineOf(this.#work, call)})`);
  }

  #replace(statement: Node, value: () => string, before: readonly Node[], isAwaited: boolean): void {
    const { tree, edits } = this.#work;
    const names = tree.declaredIn(tree.functionAround(statement) as Node);
    for (const node of before) {
      for (const name of tree.declaredIn(node)) {
        if (names.has(name)) throw new NotUnderstood(`there are two things named ${name}`);
      }
    }
    const indent = edits.indentAt(statement.start);
    const text = () =>
      [...before.map((node) => edits.render(node)), `return ${value()};`].join(`\n${indent}`);
    const next = nextOf(this.#work, statement);
    const last = next.at(-1);
    if (last === undefined) {
      edits.replace(statement, text);
    } else if (isAwaited) {
      // These were done when the meeting had been joined.
      this.after.push(...next);
      edits.replace({ start: statement.start, end: last.end }, text);
    } else {
      take(this.#work, statement);
      edits.insert(last.end, () => `\n${indent}${text()}`);
    }
  }
}

const asBody = (value: string): string => (value.startsWith('{') ? `(${value})` : value);

/** Returns what `getSignature` returns: the signature, or a grant with more fields. */
function grant(signature: string, fields: readonly string[]): string {
  if (fields.length === 0) return signature;
  return `{ ${[signature === 'signature' ? 'signature' : `signature: ${signature}`, ...fields].join(', ')} }`;
}
