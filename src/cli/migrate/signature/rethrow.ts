import { nameOf } from '../code/shapes.ts';
import { isFunction, type Node } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import { lineOf, type Work } from '../work.ts';

/**
 * Makes the handler of an error throw it again, so that the component learns of it, too.
 *
 * @param handler A `catch` clause, or what is passed to `.catch()`.
 */
export function rethrow(work: Work, handler: Node): void {
  const { edits, tree } = work;
  if (handler.type === 'CatchClause') {
    const name = handler.param ? nameOf(handler.param as Node) : 'error';
    if (name === undefined)
      throw new NotUnderstood(`a catch takes its error apart (${lineOf(work, handler)})`);
    if (!handler.param) edits.insert((handler.body as Node).start, '(error) ');
    appendThrow(work, handler.body as Node, name);
    return;
  }
  if (!isFunction(handler)) {
    edits.replace(
      handler,
      () => `(error) => {
${edits.indentAt(handler.start)}  ${tree.text(handler)}(error);
${edits.indentAt(handler.start)}  throw error;
${edits.indentAt(handler.start)}}`,
    );
    return;
  }
  const [param] = handler.params as Node[];
  const name = param ? nameOf(param) : 'error';
  if (name === undefined) throw new NotUnderstood(`a catch takes its error apart (${lineOf(work, handler)})`);
  if (!param)
    edits.replace(
      { start: tree.source.indexOf('(', handler.start), end: tree.source.indexOf(')', handler.start) + 1 },
      '(error)',
    );
  const body = handler.body as Node;
  if (body.type === 'BlockStatement') {
    appendThrow(work, body, name);
    return;
  }
  const indent = edits.indentAt(handler.start);
  edits.replace(body, () => `{\n${indent}  ${edits.render(body)};\n${indent}  throw ${name};\n${indent}}`);
}

function appendThrow({ edits, tree }: Work, block: Node, name: string): void {
  const statements = block.type === 'BlockStatement' ? (block.body as Node[]) : [];
  const last = statements.at(-1);
  if (last?.type === 'ThrowStatement') return;
  if (last === undefined) {
    // There may be a comment in it.
    edits.insert(block.end - 1, ` throw ${name}; `);
    return;
  }
  const end = tree.text(last).endsWith(';') ? '' : ';';
  const isOnOneLine = !tree.text(block).includes('\n');
  edits.insert(last.end, `${end}${isOnOneLine ? ' ' : `\n${edits.indentAt(last.start)}`}throw ${name};`);
}
