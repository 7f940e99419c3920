import { propOf, SDK_EVENTS } from '../../../sdk/client/events.ts';
import { reindent } from '../code/reindent.ts';
import { nameOf } from '../code/shapes.ts';
import { isFunction, isInside, type Node } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import type { Start } from '../read/read-start.ts';
import { lineOf, type Work } from '../work.ts';
import { usesNamesOf } from './props.ts';

export interface Handled {
  /** What handled errors. */
  readonly errors: readonly Node[];
  /** What was done after the join. */
  readonly after: readonly Node[];
  /** What the component can't see into, the outermost first. */
  readonly scopes: readonly Node[];
}

export interface Handled {
  /** What handled errors. */
  readonly errors: readonly Node[];
  /** What was done after the join. */
  readonly after: readonly Node[];
  /** What the component can't see into, the outermost first. */
  readonly scopes: readonly Node[];
}

/** Turns what was done after the join, on errors and on events into handlers. Returns attributes. */
export function handlerProps(work: Work, start: Start, { errors, after, scopes }: Handled): string[] {
  for (const node of [...errors, ...after, ...start.events.values()]) {
    const scope = scopes.find((one) => isInside(node, one));
    const lost = scope ? usesNamesOf(work, node, scope) : [];
    if (lost.length > 0) {
      throw new NotUnderstood(
        `what happens after the join uses ${lost.join(', ')}, which only the function that joins knows (${lineOf(work, node)})`,
      );
    }
  }
  for (const node of after) {
    const declared = /Declaration$/.test(node.type) ? [...work.tree.declaredIn(node)] : [];
    const isUsed = (name: string) =>
      work.tree.references(name).some((use) => !after.some((one) => isInside(use, one)));
    if (declared.some(isUsed)) {
      throw new NotUnderstood(`what is declared after the join is used elsewhere (${lineOf(work, node)})`);
    }
  }
  return [...onJoined(work, after), ...onError(work, errors), ...events(work, start)];
}

function onJoined(work: Work, after: readonly Node[]): string[] {
  const [first] = after;
  if (first === undefined) return [];
  work.remarks.push(
    `What followed the join (${lineOf(work, first)}) is in onJoined now. It doesn’t run if the join fails.`,
  );
  const texts = after.map((node) => statement(work, node));
  const isAsync = after.some((node) => work.tree.findIn(node, 'AwaitExpression').length > 0);
  return [
    `onJoined={${isAsync ? 'async ' : ''}() => {\n${texts.map((text) => work.edits.step + text).join('\n')}\n}}`,
  ];
}

/** Returns a statement with its lines indented by one step. */
function statement({ edits }: Work, node: Node): string {
  const text = reindent(edits.render(node), edits.indentAt(node.start), edits.step);
  return /[;}]$/.test(text) ? text : `${text};`;
}

function onError(work: Work, errors: readonly Node[]): string[] {
  const texts = new Map(errors.map((node) => [asFunction(work, node).replace(/\s+/g, ' '), node]));
  const functions = [...texts.values()].map((node) => asFunction(work, node));
  const [first, ...more] = functions;
  if (first === undefined) return [];
  const readsFields = errors.some((node) => /\b(errorCode|reason|type)\b/.test(work.tree.text(node)));
  if (readsFields) {
    work.remarks.push(
      'onError gets a ZoomJoinError, with `code`, `zoomCode`, `message` and `hint`. Check what your handler reads.',
    );
  }
  if (more.length === 0) return [`onError={${first}}`];
  return [
    `onError={(error) => {\n${functions.map((one) => `${work.edits.step}(${one})(error);`).join('\n')}\n}}`,
  ];
}

/** Returns the handler of an error as a function. */
function asFunction({ edits, tree }: Work, node: Node): string {
  const text = (one: Node) => reindent(edits.render(one), edits.indentAt(node.start), '');
  if (node.type === 'CatchClause') {
    const param = node.param ? (nameOf(node.param as Node) ?? tree.text(node.param as Node)) : '';
    return `(${param}) => ${text(node.body as Node)}`;
  }
  return isFunction(node) ? text(node) : tree.text(node);
}

function events(work: Work, { events: given }: Start): string[] {
  return [...given].map(([event, handler]) => {
    const known = SDK_EVENTS.find((one) => one === event);
    if (known === undefined) throw new NotUnderstood(`it listens to ${event}, which <ZoomJoin> doesn’t know`);
    return `${propOf(known)}={${asFunction(work, handler)}}`;
  });
}
