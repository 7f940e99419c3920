import { bare, effectAround, methodCall, nameOf } from '../code/shapes.ts';
import { isFunction, type Node } from '../code/tree.ts';
import { lineOf, take, type Work } from '../work.ts';
import { clientTest, type SdkUse } from './find-client.ts';

/** Removes the cleanups of effects that only leave the meeting, which the component does itself. */
export function removeCleanups(work: Work, sdk: SdkUse): void {
  const { tree, remarks } = work;
  for (const node of tree.find('ReturnStatement')) {
    const callback = tree.functionAround(node);
    if (callback === undefined || effectAround(tree, callback) === undefined || !node.argument) continue;
    const cleanup = bare(node.argument as Node);
    if (!isFunction(cleanup)) continue;
    const body = cleanup.body as Node;
    const parts = body.type === 'BlockStatement' ? (body.body as Node[]) : [body];
    if (parts.length === 0 || !parts.every((part) => isLeaving(part, sdk))) continue;
    remarks.push(
      `The cleanup that left the meeting (${lineOf(work, node)}) is gone: <ZoomJoin> leaves when it unmounts.`,
    );
    take(work, node);
  }
}

/** Whether a statement or expression only leaves the meeting or destroys the client. */
function isLeaving(node: Node, sdk: SdkUse): boolean {
  if (node.type === 'ExpressionStatement') return isLeaving(node.expression as Node, sdk);
  const value = bare(node);
  if (
    value.type === 'ReturnStatement' ||
    value.type === 'UnaryExpression' ||
    value.type === 'AwaitExpression'
  ) {
    return value.argument != null && isLeaving(value.argument as Node, sdk);
  }
  const read = methodCall(value);
  if (read === undefined) return false;
  if (read.method === 'catch') return isLeaving(read.object, sdk);
  return (
    (read.method === 'destroyClient' && nameOf(read.object) === sdk.sdkName) ||
    (/^(leave|leaveMeeting|off)$/.test(read.method) && clientTest(sdk)(read.object))
  );
}
