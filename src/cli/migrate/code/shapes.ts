import type { Node, NodeOf, Tree } from './tree.ts';

/** Returns an expression without what only TypeScript reads: `as`, `!`, `satisfies`. */
export function bare(node: Node): Node {
  return /^(TSAsExpression|TSNonNullExpression|TSSatisfiesExpression)$/.test(node.type) &&
    'expression' in node
    ? bare(node.expression as Node)
    : node;
}

export const nameOf = (node: Node | null | undefined): string | undefined =>
  node?.type === 'Identifier' || node?.type === 'JSXIdentifier' ? node.name : undefined;

/** Returns the value of a string without placeholders. */
export function stringOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'StringLiteral' || node?.type === 'Literal') {
    return typeof node.value === 'string' ? node.value : undefined;
  }
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0
    ? (node.quasis[0]?.value.cooked ?? undefined)
    : undefined;
}

export const numberOf = (node: Node | null | undefined): number | undefined =>
  (node?.type === 'NumericLiteral' || node?.type === 'Literal') && typeof node.value === 'number'
    ? node.value
    : undefined;

export interface MethodCall {
  readonly call: NodeOf<'CallExpression'>;
  readonly object: Node;
  readonly method: string;
  readonly args: readonly Node[];
}

/** Reads a call such as `object.method(…)`. */
export function methodCall(node: Node | undefined): MethodCall | undefined {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node.callee;
  const method = computed ? undefined : nameOf(property as Node);
  if (method === undefined) return undefined;
  return { call: node, object: object as Node, method, args: node.arguments as Node[] };
}

/** One `.then(…)`, `.catch(…)` or `.finally(…)`. */
export interface Link {
  readonly call: NodeOf<'CallExpression'>;
  readonly method: string;
  readonly args: readonly Node[];
}

const LINKS = ['then', 'catch', 'finally'];

/** Reads a chain of promises: what it begins with, and its links, in order. */
export function chainOf(node: Node): { root: Node; links: readonly Link[] } {
  const read = methodCall(node);
  if (read === undefined || !LINKS.includes(read.method)) return { root: node, links: [] };
  const { root, links } = chainOf(bare(read.object));
  return { root, links: [...links, read] };
}

/** Returns the call of `.then`, `.catch` or `.finally` that a function is passed to. */
export function linkAround(tree: Tree, node: Node): MethodCall | undefined {
  const parent = tree.parentOf(node);
  const read = methodCall(parent);
  return read && LINKS.includes(read.method) && read.args.includes(node) ? read : undefined;
}

export type Properties = ReadonlyMap<string, Node>;

/** Reads an object literal. `undefined`: it has something else than plain properties. */
export function propertiesOf(node: Node | undefined): Properties | undefined {
  if (node?.type !== 'ObjectExpression') return undefined;
  const found = new Map<string, Node>();
  for (const property of node.properties as Node[]) {
    if ((property.type !== 'ObjectProperty' && property.type !== 'Property') || property.computed)
      return undefined;
    const key = nameOf(property.key as Node) ?? stringOf(property.key as Node);
    if (key === undefined) return undefined;
    found.set(key, property.value as Node);
  }
  return found;
}

/** The `useEffect` or `useLayoutEffect` that a function is passed to. */
export function effectAround(tree: Tree, node: Node): NodeOf<'CallExpression'> | undefined {
  const parent = tree.parentOf(node);
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== node) return undefined;
  return /^use(Layout)?Effect$/.test(hookName(parent) ?? '') ? parent : undefined;
}

/** Returns the name of a called function or of a hook: `useEffect` of `React.useEffect(…)`. */
export function hookName({ callee }: NodeOf<'CallExpression'>): string | undefined {
  return (
    nameOf(callee as Node) ??
    (callee.type === 'MemberExpression' ? nameOf(callee.property as Node) : undefined)
  );
}
