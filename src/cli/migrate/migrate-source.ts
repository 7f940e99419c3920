import type { JSCodeshift } from 'jscodeshift';
import { Edits } from './code/edits.ts';
import { effectAround } from './code/shapes.ts';
import { type FunctionNode, isFunction, isInside, type Node, Tree } from './code/tree.ts';
import { NotUnderstood } from './not-understood.ts';
import { removeCleanups } from './read/cleanup.ts';
import { findClient } from './read/find-client.ts';
import { readStart } from './read/read-start.ts';
import { declarationOf, isGone, outerFunction } from './read/scopes.ts';
import { makeSignature } from './signature/make-signature.ts';
import { placeFunction } from './signature/place-function.ts';
import { lineOf, take, type Work } from './work.ts';
import { finish, HANDLE_IMPORT } from './write/finish.ts';
import { handlerProps } from './write/handlers.ts';
import { initProps, joinProps, roleProp } from './write/props.ts';
import { replaceCalls } from './write/replace-calls.ts';
import { findElement, replaceElement } from './write/replace-element.ts';
import { replaceStarters } from './write/replace-starters.ts';
import { tidyEffects } from './write/tidy-effects.ts';

export interface Migrated {
  readonly source: string;
  /** What the user should look at, in the order of the file's parts. */
  readonly remarks: readonly string[];
}

/** The text of the component's own button. */
const OWN_BUTTON = /^join meeting$/i;

/**
 * Turns a component that uses Zoom's component view by hand into one with `<ZoomJoin>`.
 *
 * @throws {NotUnderstood} if anything in it is not understood
 */
export function migrateSource(j: JSCodeshift, source: string, isTypeScript: boolean): Migrated {
  const tree = new Tree(j, source);
  const work: Work = { tree, edits: new Edits(source), remarks: [], gone: [] };
  const { edits, remarks } = work;
  const { quote } = edits;
  const sdk = findClient(tree);
  removeCleanups(work, sdk);
  const start = readStart(work, sdk);
  const element = findElement(work, start.place);
  const { props, fields } = joinProps(work, start);
  const { fn, handlers, after } = makeSignature(work, start, fields);
  const role = roleProp(work, fn);
  const placed = placeFunction(work, fn);
  assertVisible(work, fn, element);
  const { autoJoin, buttonText } = replaceStarters(work, fn, placed);
  replaceCalls(work, sdk, understood(work, start, sdk.creation));
  take(work, sdk.creation);
  if ('ref' in start.place) removeRef(work, start.place.ref);
  tidyEffects(work, fn, placed);

  remarkReturns(work, fn);
  remarkCondition(work, element);
  const scopes = [placed.effect?.arguments[0] as Node | undefined, fn, start.around].filter(
    (one) => one !== undefined,
  );
  const errors = [...start.handlers, ...handlers];
  replaceElement(work, element, () => [
    ...props,
    ...role,
    ...initProps(work, start),
    `getSignature={${placed.name}}`,
    ...(autoJoin ? [] : ['autoJoin={false}']),
    ...(buttonText && !OWN_BUTTON.test(buttonText)
      ? [`labels={{ join: ${quote}${buttonText.replaceAll(quote, `\\${quote}`)}${quote} }}`]
      : []),
    ...handlerProps(work, start, { errors, after: [...start.after, ...after], scopes }),
  ]);
  edits.replace(sdk.importNode, `${HANDLE_IMPORT} ${quote}react-zoom-join${quote};`);
  if (!/video_?webrtc_?mode/i.test(source)) {
    remarks.push(
      'Does your endpoint sign `video_webrtc_mode: 1`? Without it, Zoom shows two people at once and has no speaker view.',
    );
  }
  const joiner = declarationOf(work, start.around);
  const gone = [
    sdk.clientName,
    sdk.sdkName,
    ...(joiner && start.around !== fn ? [joiner.name] : []),
    ...('ref' in start.place ? [start.place.ref] : []),
  ];
  return { source: finish(j, edits.toString(), { isTypeScript, gone }), remarks };
}

/** The parts of the file in which every use of the client has been read. */
function understood({ tree }: Work, start: ReturnType<typeof readStart>, creation: Node): Node[] {
  const calls = tree
    .find('CallExpression')
    .filter((call) =>
      [...start.init.values(), ...start.join.values()].some((value) =>
        call.arguments.some((one) => isInside(value, one as Node)),
      ),
    )
    .map((call) => call.callee as Node);
  return [creation, ...calls, ...start.dropped];
}

/** The function must be one that the component can pass. */
function assertVisible({ tree }: Work, fn: Node, element: Node): void {
  const outer = tree.around(fn).find((node) => isFunction(node) && effectAround(tree, node) === undefined);
  const isVisible = outer === undefined || isInside(element, outer);
  if (!isVisible) throw new NotUnderstood('the component can’t see the function that fetches the signature');
}

/** Without a signature, the function used to do nothing. */
function remarkReturns(work: Work, fn: FunctionNode): void {
  const empty = work.tree
    .findIn(fn, 'ReturnStatement')
    .find((node) => !node.argument && !isGone(work, node) && outerFunction(work, node) === fn);
  if (empty) {
    work.remarks.push(
      `The function that fetches the signature may return nothing (${lineOf(work, empty)}). Then <ZoomJoin> shows an error.`,
    );
  }
}

function remarkCondition(work: Work, element: Node): void {
  const condition = work.tree
    .around(element)
    .find(
      ({ type }) =>
        type === 'ConditionalExpression' || type === 'LogicalExpression' || type === 'IfStatement',
    );
  if (condition) {
    work.remarks.push(
      `<ZoomJoin> is rendered on a condition (${lineOf(work, condition)}). It joins only while it is there.`,
    );
  }
}

/** Removes the ref of the meeting's element. */
function removeRef(work: Work, name: string): void {
  const { tree } = work;
  const [id, ...more] = tree.declarations(name);
  const declarator = id && tree.parentOf(id);
  const statement = declarator && tree.parentOf(declarator);
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1 || more.length > 0) {
    throw new NotUnderstood(`${name} is declared in a way that is not clear`);
  }
  take(work, statement);
}
