import { GETTERS, METHODS } from '../../../sdk/client/meeting-client.ts';
import { methodCall, nameOf } from '../code/shapes.ts';
import type { Node } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import { clientTest, type SdkUse } from '../read/find-client.ts';
import { isDependency, isGone } from '../read/scopes.ts';
import { lineOf, type Work } from '../work.ts';
import { HANDLE, removeFromList } from './replace-starters.ts';

/** What the handle does in place of a method of the client. */
const OWN: Readonly<Record<string, string>> = { leave: 'leave', leaveMeeting: 'leave', endMeeting: 'end' };
/** The methods that the handle's `client` has. */
const KNOWN = [...METHODS, ...Object.keys(GETTERS), 'setViewType'];

/** Replaces the calls of the client that are neither `init` nor `join`, and those of the SDK. */
export function replaceCalls(work: Work, sdk: SdkUse, understood: readonly Node[]): void {
  const { tree, edits, remarks } = work;
  const isClient = clientTest(sdk);
  const uses = [...tree.references(sdk.clientName), ...tree.references(sdk.sdkName)];
  for (const use of uses.filter(
    (node) => !understood.some((one) => one.start <= node.start && node.end <= one.end),
  )) {
    if (isDependency(work, use)) {
      removeFromList(work, use);
      continue;
    }
    const call = tree.around(use).find((node) => methodCall(node) !== undefined);
    const read = methodCall(call);
    const isOwn = read && isClient(read.object);
    const isSdk = read && nameOf(read.object) === sdk.sdkName;
    const isInOwn = use === read?.object || tree.parentOf(use) === read?.object;
    if (!read || !isInOwn || !(isOwn || isSdk)) {
      throw new NotUnderstood(`the client is used in a way that is not clear (${lineOf(work, use)})`);
    }
    // What goes away is replaced by the component.
    if (isGone(work, use) && /^(on|off)$/.test(read.method)) continue;
    const own = isSdk ? (read.method === 'destroyClient' ? 'leave' : undefined) : OWN[read.method];
    if (own !== undefined) {
      edits.replace(read.call, `${HANDLE}.current?.${own}()`);
      continue;
    }
    if (isSdk) throw new NotUnderstood(`it calls ${sdk.sdkName}.${read.method}() (${lineOf(work, use)})`);
    const isKnown = KNOWN.includes(read.method);
    const todo = `TODO: the client of <ZoomJoin> has no ${read.method}()`;
    edits.replace(read.object, `${isKnown ? '' : `/* ${todo} */ `}${HANDLE}.current?.client?`);
    remarks.push(
      isKnown
        ? `client.${read.method}() (${lineOf(work, use)}) is called by the handle now. It does nothing outside of a meeting.`
        : `client.${read.method}() (${lineOf(work, use)}) doesn’t exist in <ZoomJoin>. A comment marks the place.`,
    );
  }
}
