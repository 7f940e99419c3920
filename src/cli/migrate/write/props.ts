import { bare, nameOf, numberOf, propertiesOf, stringOf } from '../code/shapes.ts';
import { type FunctionNode, isInside, type Node } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import type { Start } from '../read/read-start.ts';
import { closedScope } from '../read/scopes.ts';
import { lineOf, type Work } from '../work.ts';

/** What the endpoint answers, and `join` took: it belongs into what `getSignature` returns. */
const GRANT = ['tk', 'zak', 'obfToken', 'recordingToken'];
/** What was a prop may come from the endpoint, too. */
const PROPS = ['password', 'userName', 'userEmail', 'customerKey'];
const OLD = ['sdkKey', 'apiKey'];

export interface JoinProps {
  /** Attributes of `<ZoomJoin>`. */
  readonly props: readonly string[];
  /** Fields that `getSignature` returns beside the signature. */
  readonly fields: readonly string[];
}

/** Sorts the options of `join` into props, and what `getSignature` returns. */
export function joinProps(work: Work, { join, inside, around }: Start): JoinProps {
  const { tree, remarks } = work;
  const local = tree.declaredIn(closedScope(work, around));
  const isLocal = (node: Node) => [...tree.usedIn(node)].some((name) => local.has(name));
  const isOwn = inside === around;
  const fields: string[] = [];
  const props: string[] = [];
  const known = ['signature', 'meetingNumber', ...GRANT, ...PROPS, ...OLD];
  const unknown = [...join.keys()].filter((key) => !known.includes(key));
  if (unknown.length > 0)
    throw new NotUnderstood(`join() gets options that <ZoomJoin> doesn’t have: ${unknown.join(', ')}`);

  const meetingNumber = join.get('meetingNumber');
  if (meetingNumber === undefined) throw new NotUnderstood('join() gets no meetingNumber');
  if (isLocal(meetingNumber))
    throw new NotUnderstood('the meeting number is known only where it joins, so it can’t be a prop');
  const password = join.get('password');
  const hasPassword = password !== undefined && stringOf(password) !== '';
  if (hasPassword && !isLocal(password)) {
    props.push(
      `meeting={{ ${field(work, 'meetingNumber', meetingNumber)}, ${field(work, 'password', password)} }}`,
    );
  } else props.push(attribute(work, 'meeting', meetingNumber));

  for (const [key, value] of join) {
    if (stringOf(value) === '' || key === 'signature' || key === 'meetingNumber') continue;
    if (OLD.includes(key)) {
      remarks.push(`${key} (${lineOf(work, value)}) is gone: the signature contains it.`);
    } else if (GRANT.includes(key) || isLocal(value)) {
      if (
        isLocal(value) &&
        isOwn &&
        around.params.some((param) => nameOf(param as Node) === nameOf(bare(value)))
      ) {
        throw new NotUnderstood(`${key} is a parameter of the function that joins`);
      }
      fields.push(field(work, key, value));
    } else if (key !== 'password') props.push(attribute(work, key, value));
  }
  return { props, fields };
}

/** Options of `init` that have no meaning in the component, and why. */
const MEANINGLESS: Readonly<Record<string, string>> = {
  zoomAppRoot: '',
  leaveOnPageUnload: '<ZoomJoin> leaves when the page goes.',
};

/** Turns the options of `init` into attributes. */
export function initProps(work: Work, { init, around }: Start): string[] {
  const { tree, remarks } = work;
  const local = tree.declaredIn(closedScope(work, around));
  const props: string[] = [];
  const rest: string[] = [];
  for (const [key, value] of init) {
    const why = MEANINGLESS[key];
    if (why !== undefined) {
      if (why !== '') remarks.push(`${key} (${lineOf(work, value)}) is gone: ${why}`);
      continue;
    }
    if (key !== 'zoomAppRoot' && [...tree.usedIn(value)].some((name) => local.has(name))) {
      throw new NotUnderstood(
        `the option ${key} of init() is known only where it joins, so it can’t be a prop`,
      );
    }
    if (key === 'language') props.push(attribute(work, 'language', value));
    else rest.push(field(work, key, value));
  }
  if (rest.length > 0) props.push(`init={{ ${rest.join(', ')} }}`);
  return props;
}

/** Finds the role that was sent to the endpoint, and turns it into an attribute. */
export function roleProp(work: Work, fn: FunctionNode): string[] {
  const { tree } = work;
  const found = tree
    .findIn(fn, 'ObjectExpression')
    .map((node) => propertiesOf(node))
    .find((properties) => properties?.has('role') && properties.has('meetingNumber'));
  const role = found?.get('role');
  if (role === undefined) return [];
  const value = numberOf(role) ?? constantOf(work, role);
  if (value !== undefined) return value === 1 ? ['role="host"'] : [];
  const isOwn = [...tree.usedIn(role)].some((name) => tree.declaredIn(closedScope(work, fn)).has(name));
  if (isOwn) {
    work.remarks.push(`Set the prop \`role\` to what is sent to the endpoint (${lineOf(work, role)}).`);
    return [];
  }
  const { quote } = work.edits;
  return [`role={${tree.text(role)} === 1 ? ${quote}host${quote} : ${quote}participant${quote}}`];
}

/** Returns the value of a constant that is a number. */
function constantOf({ tree }: Work, node: Node): number | undefined {
  const name = nameOf(node);
  const [declaration, ...more] = name === undefined ? [] : tree.declarations(name);
  const declarator = declaration && tree.parentOf(declaration);
  if (declarator?.type !== 'VariableDeclarator' || more.length > 0) return undefined;
  const statement = tree.parentOf(declarator);
  const isConstant = statement?.type === 'VariableDeclaration' && statement.kind === 'const';
  return isConstant ? numberOf(declarator.init as Node | null) : undefined;
}

/** Writes `name="text"` or `name={value}`. */
function attribute({ edits }: Work, name: string, value: Node): string {
  const text = stringOf(value);
  return text !== undefined && /^[^"\\{}<>&\n]*$/.test(text)
    ? `${name}="${text}"`
    : `${name}={${edits.render(value)}}`;
}

/** Writes `name` or `name: value`. */
function field({ edits }: Work, name: string, value: Node): string {
  return nameOf(value) === name ? name : `${name}: ${edits.render(value)}`;
}

/** Whether a node uses what only a part of the file knows. */
export const usesNamesOf = ({ tree }: Work, node: Node, scope: Node): string[] => {
  const own = tree.declaredIn(node);
  const outside = new Set(
    tree
      .findIn(scope, 'Identifier')
      .filter((one) => !isInside(one, node) && tree.declaredIn(one).has(one.name))
      .map((one) => one.name),
  );
  return [...tree.usedIn(node)].filter((name) => outside.has(name) && !own.has(name));
};
