import { fileURLToPath } from 'node:url';
import type { BindingElement, Expression, Identifier, Node } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteral,
  isTypeNode,
} from 'typescript/unstable/ast/is';
import { API, type Checker, type Project, type Symbol as TypeSymbol } from 'typescript/unstable/sync';

/** What the browser gives: `{ owner: 'Element', name: 'animate' }`, and for a global alone the name. */
export interface UsedApi {
  readonly owner?: string | undefined;
  readonly name: string;
  /** Whether it is a property of the constructor, as `any` is of `AbortSignal`. */
  readonly isStatic?: boolean;
}

const CONFIG = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url));
const IS_LIBRARY = /\/lib\.[a-z0-9.]+\.d\.ts$/;

/** Finds what modules use of the browser, by TypeScript's types, so that `a.b` is known as `Element.b`. */
export function usedApis(modules: readonly URL[]): UsedApi[] {
  const api = new API();
  try {
    const project = api.updateSnapshot({ openProject: CONFIG }).getProject(CONFIG);
    if (project === undefined) throw new Error('TypeScript does not know tsconfig.json.');
    return modules.flatMap((module) => inModule(project, fileURLToPath(module)));
  } finally {
    api.close();
  }
}

function inModule({ checker, program }: Project, module: string): UsedApi[] {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    if (isTypeNode(node)) return;
    nodes.push(node);
    node.forEachChild(visit);
  };
  program.getSourceFile(module)?.forEachChild(visit);
  return [
    ...named(checker, nodes.filter(isIdentifier)),
    ...destructured(checker, nodes.filter(isBindingElement)),
    ...events(checker, nodes),
  ];
}

/** Returns a symbol that one of TypeScript's libraries declares, as what the browser gives. */
function fromLibrary(symbol: TypeSymbol | undefined, receiver?: Expression): UsedApi[] {
  const declared = symbol?.valueDeclaration ?? symbol?.declarations[0];
  if (symbol === undefined || declared === undefined || !IS_LIBRARY.test(declared.path)) return [];
  const owner = symbol.getParent()?.name;
  // The members of a constructor are declared in a type without a name, or in one such as `PromiseConstructor`.
  const isStatic = owner === '__type' || owner?.endsWith('Constructor') === true;
  if (!isStatic) return [{ owner, name: symbol.name }];
  return receiver && isIdentifier(receiver) ? [{ owner: receiver.text, name: symbol.name, isStatic }] : [];
}

function named(checker: Checker, identifiers: readonly Identifier[]): UsedApi[] {
  return checker.getSymbolAtLocation(identifiers).flatMap((symbol, index) => {
    const { parent } = identifiers[index] as Identifier;
    return fromLibrary(symbol, isPropertyAccessExpression(parent) ? parent.expression : undefined);
  });
}

/** Finds `timeOrigin` in `const { timeOrigin } = performance`. */
function destructured(checker: Checker, elements: readonly BindingElement[]): UsedApi[] {
  return elements.flatMap(({ parent, propertyName, name }) => {
    const property = propertyName ?? name;
    if (property === undefined || !isIdentifier(property)) return [];
    const type = checker.getTypeAtLocation(parent);
    if (type === undefined) return [];
    return fromLibrary(checker.getPropertyOfType(checker.getNonNullableType(type) ?? type, property.text));
  });
}

/** Finds the `toggle` event of `Element` in `element.addEventListener('toggle', …)`. */
function events(checker: Checker, nodes: readonly Node[]): UsedApi[] {
  return nodes.filter(isCallExpression).flatMap(({ expression, arguments: [type] }) => {
    if (!isPropertyAccessExpression(expression) || expression.name.text !== 'addEventListener') return [];
    if (type === undefined || !isStringLiteral(type)) return [];
    const target = checker.getTypeAtLocation(expression.expression)?.getSymbol()?.name;
    return [{ owner: target, name: `${type.text}_event` }];
  });
}
