import type { ASTNode, JSCodeshift } from 'jscodeshift';
import { NotUnderstood } from '../not-understood.ts';
import type { Range } from './edits.ts';

export type Node = ASTNode & Range;
export type NodeOf<Type extends Node['type']> = Extract<ASTNode, { type: Type }> & Range;
export type FunctionNode = NodeOf<'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression'>;

/** Not part of the tree, or in it a second time. */
const SKIPPED = new Set([
  'loc',
  'tokens',
  'comments',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'extra',
  'original',
]);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Returns the nodes directly inside a node, in the order of their fields. */
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    if (SKIPPED.has(field)) return [];
    return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode);
  });
}

/** The syntax of a file, for reading. */
export class Tree {
  readonly source: string;
  readonly all: readonly Node[];
  readonly #parents = new Map<Node, Node>();

  /**
   * @param source Without `\r`, because recast, which parses it, counts without.
   * @throws {NotUnderstood} if it can't be parsed
   */
  constructor(j: JSCodeshift, source: string) {
    this.source = source;
    const all: Node[] = [];
    const visit = (node: Node, parent?: Node) => {
      all.push(node);
      if (parent) this.#parents.set(node, parent);
      for (const child of childrenOf(node)) visit(child, node);
    };
    // With tabs of one column, recast's positions are those in the source.
    visit(parse(j, source));
    this.all = all;
  }

  parentOf(node: Node): Node | undefined {
    return this.#parents.get(node);
  }

  /** Returns the nodes around a node, from the inside out. */
  around(node: Node): Node[] {
    const found: Node[] = [];
    for (let at = this.parentOf(node); at !== undefined; at = this.parentOf(at)) found.push(at);
    return found;
  }

  find<Type extends Node['type']>(...types: readonly Type[]): NodeOf<Type>[] {
    return this.all.filter((node): node is NodeOf<Type> => (types as readonly string[]).includes(node.type));
  }

  findIn<Type extends Node['type']>(range: Range, ...types: readonly Type[]): NodeOf<Type>[] {
    return this.find(...types).filter((node) => isInside(node, range));
  }

  text({ start, end }: Range): string {
    return this.source.slice(start, end);
  }

  /** Returns the innermost function around a node. */
  functionAround(node: Node): FunctionNode | undefined {
    return this.around(node).find(isFunction);
  }

  /** Returns the identifiers that refer to a variable of this name: no properties and no declarations. */
  references(name: string): NodeOf<'Identifier' | 'JSXIdentifier'>[] {
    return this.find('Identifier', 'JSXIdentifier').filter(
      (node) => node.name === name && !this.#isProperty(node) && !this.#isDeclaration(node),
    );
  }

  /** Returns the identifiers that declare a variable, a parameter or a function of this name. */
  declarations(name: string): NodeOf<'Identifier'>[] {
    return this.find('Identifier').filter((node) => node.name === name && this.#isDeclaration(node));
  }

  /** Returns the names that are declared in a range. */
  declaredIn(range: Range): Set<string> {
    const found = this.findIn(range, 'Identifier').filter((node) => this.#isDeclaration(node));
    return new Set(found.map(({ name }) => name));
  }

  /** Returns the names of variables that are used in a range. */
  usedIn(range: Range): Set<string> {
    const found = this.findIn(range, 'Identifier', 'JSXIdentifier').filter(
      (node) => !this.#isProperty(node) && !this.#isDeclaration(node),
    );
    return new Set(found.map(({ name }) => String(name)));
  }

  #isProperty(node: Node): boolean {
    const parent = this.parentOf(node);
    if (parent === undefined) return false;
    if (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression') {
      return parent.property === node && !parent.computed;
    }
    if (parent.type === 'ObjectProperty' || parent.type === 'Property') {
      return parent.key === node && !parent.computed && !parent.shorthand;
    }
    if (parent.type === 'ExportSpecifier') return parent.exported === node && parent.local !== node;
    return /^(ObjectMethod|Class(Method|Property)|JSXAttribute|TSPropertySignature|Labeled.*|ImportSpecifier)$/.test(
      parent.type,
    );
  }

  #isDeclaration(node: Node): boolean {
    let inner = node;
    for (const outer of this.around(node)) {
      switch (outer.type) {
        case 'VariableDeclarator':
          return outer.id === inner;
        case 'FunctionDeclaration':
        case 'FunctionExpression':
        case 'ArrowFunctionExpression':
          return outer.id === inner || outer.params.some((param) => param === inner);
        case 'CatchClause':
          return outer.param === inner;
        case 'ImportDefaultSpecifier':
        case 'ImportNamespaceSpecifier':
          return true;
        case 'ImportSpecifier':
          return outer.local === inner || outer.imported === inner;
        // Parts of a pattern.
        case 'ObjectProperty':
        case 'Property':
          if (outer.value !== inner) return false;
          break;
        case 'AssignmentPattern':
          if (outer.left !== inner) return false;
          break;
        case 'ObjectPattern':
        case 'ArrayPattern':
        case 'RestElement':
        case 'RestProperty':
          break;
        default:
          return false;
      }
      inner = outer;
    }
    return false;
  }
}

function parse(j: JSCodeshift, source: string): Node {
  try {
    const collection = j(source, { tabWidth: 1 });
    const [program] = collection.find(j.Program).nodes();
    return program as NodeOf<'Program'>;
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    throw new NotUnderstood(`it can’t be parsed: ${line}`);
  }
}

export const isInside = (inner: Range, outer: Range): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

export const isFunction = (node: Node): node is FunctionNode =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
