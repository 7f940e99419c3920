import type { Range } from '../code/edits.ts';
import {
  bare,
  chainOf,
  linkAround,
  methodCall,
  nameOf,
  type Properties,
  propertiesOf,
  stringOf,
} from '../code/shapes.ts';
import { type FunctionNode, isFunction, isInside, type Node, type Tree } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import type { Work } from '../work.ts';
import { clientTest, type SdkUse } from './find-client.ts';
import { isAboutPlace, type Place, readPlace, rootName } from './place.ts';
import { isGone, outerFunction } from './scopes.ts';

/** The part of a file that calls `init` and `join`. */
export interface Start {
  /** The function around it, which is no callback of a promise. */
  readonly around: FunctionNode;
  /** The function directly around it. */
  readonly inside: FunctionNode;
  /** Its statements, or the body of an arrow function. */
  readonly parts: readonly Node[];
  /** What stands before `init` in these statements. */
  readonly before: readonly Node[];
  /** What is done after `init` or `join`. */
  readonly after: readonly Node[];
  /** What catches their errors: functions, or `catch` clauses. */
  readonly handlers: readonly Node[];
  readonly init: Properties;
  readonly join: Properties;
  readonly place: Place;
  /** The handlers of SDK events, by event. */
  readonly events: ReadonlyMap<string, Node>;
  /** Statements that have no meaning any more. */
  readonly dropped: readonly Node[];
  /** Whether what is around waits for it, and so catches its errors. */
  readonly isAwaited: boolean;
}

/** Reads the part of a file that calls `init` and `join`. @throws {NotUnderstood} */
export function readStart({ tree, gone }: Work, sdk: SdkUse): Start {
  const isClient = clientTest(sdk);
  const calls = (method: string) =>
    tree.find('CallExpression').filter((call) => {
      const read = methodCall(call);
      return read?.method === method && isClient(read.object);
    });
  const one = (method: string): Node => {
    const [call, ...more] = calls(method);
    if (call === undefined) throw new NotUnderstood(`it never calls ${sdk.clientName}.${method}()`);
    if (more.length > 0) throw new NotUnderstood(`it calls ${sdk.clientName}.${method}() more than once`);
    return call;
  };
  return new Reader(tree, sdk, { init: one('init'), join: one('join'), gone }).read();
}

interface Calls {
  readonly init: Node;
  readonly join: Node;
  /** What is removed already. */
  readonly gone: readonly Range[];
}

class Reader {
  readonly #before: Node[] = [];
  readonly #after: Node[] = [];
  readonly #handlers: Node[] = [];
  readonly #events = new Map<string, Node>();
  readonly #dropped: Node[] = [];
  #step: 'before' | 'initialised' | 'joined' = 'before';
  #isAwaited = false;
  readonly #tree: Tree;
  readonly #sdk: SdkUse;
  readonly #init: Node;
  readonly #join: Node;
  readonly #gone: readonly Range[];
  readonly #isClient: (node: Node) => boolean;

  constructor(tree: Tree, sdk: SdkUse, { init, join, gone }: Calls) {
    this.#tree = tree;
    this.#sdk = sdk;
    this.#init = init;
    this.#join = join;
    this.#gone = gone;
    this.#isClient = clientTest(sdk);
  }

  read(): Start {
    const inside = this.#functionAround(this.#init, 'init');
    const around = outerFunction({ tree: this.#tree }, this.#init);
    const parts = this.#partsAround(inside);
    for (const part of parts) this.#statement(part);
    if (this.#step !== 'joined') {
      throw new NotUnderstood(`${this.#name('join')} is not called right after ${this.#name('init')}`);
    }
    for (const node of this.#tree.findIn(around, 'VariableDeclaration', 'IfStatement')) {
      if (isAboutPlace(node, this.#root()) && !this.#dropped.includes(node)) this.#dropped.push(node);
    }
    const init = this.#options(this.#init, 'init');
    const join = this.#options(this.#join, 'join');
    if (!join.has('signature')) throw new NotUnderstood(`${this.#name('join')} gets no signature`);
    return {
      around,
      inside,
      parts,
      before: this.#before,
      after: this.#after,
      handlers: this.#handlers,
      init,
      join,
      place: readPlace(this.#tree, { init, around, dropped: this.#dropped }),
      events: this.#events,
      dropped: this.#dropped,
      isAwaited: this.#isAwaited,
    };
  }

  #name(method: string): string {
    return `${this.#sdk.clientName}.${method}()`;
  }

  #line(node: Node): string {
    return `line ${this.#tree.source.slice(0, node.start).split('\n').length}`;
  }

  #functionAround(node: Node, method: string): FunctionNode {
    const found = this.#tree.functionAround(node);
    if (found === undefined) throw new NotUnderstood(`it calls ${this.#name(method)} outside of a function`);
    return found;
  }

  /** Returns the statements among which `init` stands: all of the function, if it is only there to join. */
  #partsAround(inside: FunctionNode): readonly Node[] {
    const body = inside.body as Node;
    if (body.type !== 'BlockStatement') return [body];
    const block = this.#takesSignature(inside)
      ? body
      : this.#tree.around(this.#init).find((node) => node.type === 'BlockStatement');
    return (block?.type === 'BlockStatement' ? block.body : body.body) as Node[];
  }

  /** Whether the signature is a parameter of a function that is no callback. */
  #takesSignature(inside: FunctionNode): boolean {
    const signature = this.#options(this.#join, 'join').get('signature');
    const name = signature && nameOf(bare(signature));
    return !linkAround(this.#tree, inside) && inside.params.some((param) => nameOf(param as Node) === name);
  }

  #root(): string | undefined {
    return rootName(this.#options(this.#init, 'init'));
  }

  #options(call: Node, method: string): Properties {
    const [options] = methodCall(call)?.args ?? [];
    const found = propertiesOf(options === undefined ? undefined : bare(options));
    if (found === undefined) {
      throw new NotUnderstood(
        `${this.#name(method)} doesn’t get its options as an object literal of plain properties`,
      );
    }
    return found;
  }

  #statement(node: Node): void {
    const has = (call: Node) => isInside(call, node);
    if (!has(this.#init) && !has(this.#join)) {
      this.#other(node);
    } else if (node.type === 'TryStatement') {
      if (node.finalizer)
        throw new NotUnderstood(`there is a \`finally\` around init or join (${this.#line(node)})`);
      if (node.handler) this.#handlers.push(node.handler as Node);
      for (const part of node.block.body as Node[]) this.#statement(part);
    } else if (node.type === 'ExpressionStatement') {
      this.#promise(node.expression as Node);
    } else if (node.type === 'ReturnStatement' && node.argument) {
      this.#isAwaited = true;
      this.#promise(node.argument as Node);
    } else if (/Expression$/.test(node.type)) {
      // The body of an arrow function is what it returns.
      this.#isAwaited = true;
      this.#promise(node);
    } else {
      throw new NotUnderstood(
        `init or join is inside of something else than a plain call (${this.#line(node)})`,
      );
    }
  }

  #promise(node: Node): void {
    const value = bare(node);
    if (value.type === 'AwaitExpression' && value.argument) {
      this.#isAwaited = true;
      this.#promise(value.argument as Node);
    } else if (value.type === 'UnaryExpression' && value.operator === 'void') {
      this.#promise(value.argument as Node);
    } else this.#chain(value);
  }

  #chain(node: Node): void {
    const { root, links } = chainOf(node);
    if (root === this.#init && this.#step === 'before') this.#step = 'initialised';
    else if (root === this.#join && this.#step === 'initialised') this.#step = 'joined';
    else throw new NotUnderstood(`what init or join is part of is not clear (${this.#line(node)})`);
    for (const { method, args } of links) {
      const [done, failed] = args;
      if (method === 'finally')
        throw new NotUnderstood(`there is a \`finally\` after init or join (${this.#line(node)})`);
      if (method === 'catch') {
        if (done) this.#handlers.push(done);
        continue;
      }
      if (failed) this.#handlers.push(failed);
      if (done) this.#callback(done);
    }
  }

  #callback(node: Node): void {
    if (!isFunction(node))
      throw new NotUnderstood(`a callback is no function in place (${this.#line(node)})`);
    const names = node.params.flatMap((param) => [...this.#tree.declaredIn(param as Node)]);
    const used = this.#tree.usedIn(node.body as Node);
    if (names.some((name) => used.has(name))) {
      throw new NotUnderstood(`it uses what init or join resolves to (${this.#line(node)})`);
    }
    const body = node.body as Node;
    for (const part of body.type === 'BlockStatement' ? (body.body as Node[]) : [body]) {
      if (part.type === 'ReturnStatement' && part.argument) {
        const returned = bare(part.argument as Node);
        if (chainOf(returned).root === this.#join) this.#promise(returned);
        else throw new NotUnderstood(`a callback after init or join returns something (${this.#line(part)})`);
      } else if (/Expression$/.test(part.type) && isInside(this.#join, part)) this.#promise(part);
      else this.#statement(part);
    }
  }

  /** Reads a statement that contains neither `init` nor `join`. */
  #other(node: Node): void {
    const event = this.#event(node);
    if (isGone({ gone: this.#gone }, node)) {
      this.#dropped.push(node);
    } else if (event) {
      if (this.#events.has(event.name))
        throw new NotUnderstood(`it listens to ${event.name} twice (${this.#line(node)})`);
      this.#events.set(event.name, event.handler);
      this.#dropped.push(node);
    } else if (node === this.#sdk.creation || isAboutPlace(node, this.#root())) this.#dropped.push(node);
    else if (this.#step === 'before') this.#before.push(node);
    else if (node.type === 'ReturnStatement' && !node.argument) this.#dropped.push(node);
    else this.#after.push(node);
  }

  /** Reads `client.on('user-added', handler)`. */
  #event(node: Node): { name: string; handler: Node } | undefined {
    const read = methodCall(node.type === 'ExpressionStatement' ? (node.expression as Node) : undefined);
    if (read?.method !== 'on' || !this.#isClient(read.object)) return undefined;
    const [event, handler] = read.args;
    const name = stringOf(event);
    return name === undefined || handler === undefined ? undefined : { name, handler };
  }
}
