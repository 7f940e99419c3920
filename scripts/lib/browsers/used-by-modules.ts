import { fileURLToPath } from 'node:url';
import type { BindingElement, Expression, Identifier, Node } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isCallExpression,
  isIdentifier,
  isInterfaceDeclaration,
  isNoSubstitutionTemplateLiteral,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
  isTypeNode,
} from 'typescript/unstable/ast/is';
import {
  API,
  type Checker,
  type NodeHandle,
  type Project,
  type Symbol as TypeSymbol,
} from 'typescript/unstable/sync';

/** What the browser gives: `{ owner: 'Element', name: 'animate' }`, and for a global alone the name. */
export interface UsedApi {
  readonly owner?: string | undefined;
  readonly name: string;
  /** Whether it is a property of the constructor, as `any` is of `AbortSignal`. */
  readonly isStatic?: boolean;
}

interface Used {
  readonly apis: readonly UsedApi[];
  /** The strings, and the templates with an `x` for each expression in them. */
  readonly texts: readonly string[];
}

const CONFIG = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url));
const IS_LIBRARY = /\/lib\.[a-z0-9.]+\.d\.ts$/;

/** Finds what modules use of the browser, by TypeScript's types, so that `a.b` is known as `Element.b`. */
export function usedByModules(modules: readonly URL[]): Used {
  const api = new API();
  try {
    const project = api.updateSnapshot({ openProject: CONFIG }).getProject(CONFIG);
    if (project === undefined) throw new Error('TypeScript does not know tsconfig.json.');
    const used = modules.map((module) => inModule(project, fileURLToPath(module)));
    return { apis: used.flatMap(({ apis }) => apis), texts: used.flatMap(({ texts }) => texts) };
  } finally {
    api.close();
  }
}

function inModule({ checker, program }: Project, module: string): Used {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    if (isTypeNode(node)) return;
    nodes.push(node);
    node.forEachChild(visit);
  };
  program.getSourceFile(module)?.forEachChild(visit);
  const apis = [
    ...named(checker, nodes.filter(isIdentifier)),
    ...destructured(checker, nodes.filter(isBindingElement)),
    ...events(checker, nodes),
  ];
  return { apis, texts: [...nodes.flatMap(textOf), ...styleObjects(checker, nodes)] };
}

function textOf(node: Node): string[] {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (!isTemplateExpression(node)) return [];
  return [[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('x')];
}

/** Finds `{ inset: 0 }` where React takes a style, and returns it as a style sheet. */
function styleObjects(checker: Checker, nodes: readonly Node[]): string[] {
  return nodes.filter(isObjectLiteralExpression).flatMap((object) => {
    const type = checker.getContextualType(object);
    const property =
      type && checker.getPropertyOfType(checker.getNonNullableType(type) ?? type, 'insetInline');
    if (property?.declarations[0]?.path.includes('/csstype/') !== true) return [];
    return object.properties.filter(isPropertyAssignment).map(({ name, initializer }) => {
      const value = isStringLiteral(initializer) ? initializer.text : '0';
      return `x{${toKebab(name.getText())}:${value}}`;
    });
  });
}

const toKebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Returns a symbol that one of TypeScript's libraries declares, as what the browser gives. */
function fromLibrary(symbol: TypeSymbol | undefined, receiver?: Expression): UsedApi[] {
  const declared = symbol?.valueDeclaration ?? symbol?.declarations[0];
  if (symbol === undefined || declared === undefined || !IS_LIBRARY.test(declared.path)) return [];
  // What comes from `Partial<HTMLDialogElement>` has no parent of its own.
  const owner = symbol.getParent()?.name ?? interfaceOf(declared);
  // The members of a constructor are declared in a type without a name, or in one such as `PromiseConstructor`.
  const isStatic = owner === '__type' || owner?.endsWith('Constructor') === true;
  if (owner === 'CSSStyleProperties') return [];
  if (!isStatic) return [{ owner, name: symbol.name }];
  return receiver && isIdentifier(receiver) ? [{ owner: receiver.text, name: symbol.name, isStatic }] : [];
}

function interfaceOf(declared: NodeHandle): string | undefined {
  const parent = declared.resolve()?.parent;
  return parent && isInterfaceDeclaration(parent) ? parent.name.text : undefined;
}

function named(checker: Checker, identifiers: readonly Identifier[]): UsedApi[] {
  return checker.getSymbolAtLocation(identifiers).flatMap((symbol, index) => {
    const parent = identifiers[index]?.parent;
    return fromLibrary(symbol, parent && isPropertyAccessExpression(parent) ? parent.expression : undefined);
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
