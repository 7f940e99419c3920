import type { JSCodeshift } from 'jscodeshift';
import { Edits } from '../code/edits.ts';
import { nameOf } from '../code/shapes.ts';
import { isFunction, type Node, type NodeOf, Tree } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import { HANDLE } from './replace-starters.ts';

/** What may have become unused: hooks, and the types of events. */
const MAYBE_UNUSED = /^(use(Effect|LayoutEffect|Memo|Callback|State|Ref)|\w+Event)$/;

export interface FinishOptions {
  readonly isTypeScript: boolean;
  /** Names that must not be used any more. */
  readonly gone: readonly string[];
}

/** Adds the handle if something uses it, puts the imports right, and makes sure that nothing is left over. */
export function finish(j: JSCodeshift, source: string, { isTypeScript, gone }: FinishOptions): string {
  const needsHandle = source.includes(HANDLE);
  const names = new Set(new Tree(j, source).find('Identifier').map((node) => node.name));
  const name = names.has('zoom') ? 'zoomJoin' : 'zoom';
  const tree = new Tree(j, source.replaceAll(HANDLE, name));
  for (const one of gone) {
    if (tree.references(one).length > 0) throw new NotUnderstood(`${one} would be used, but not defined`);
  }
  const edits = new Edits(tree.source);
  const imports = tree.find('ImportDeclaration');
  const isUsed = (hook: string) => tree.references(hook).length > 0;
  const react = imports.find(
    ({ source: from, importKind }) => from.value === 'react' && importKind !== 'type',
  );
  if (needsHandle) addHandle(tree, edits, { name, isTypeScript });
  const useRef = needsHandle ? hookOf(react, 'useRef') : undefined;
  tidyReact(tree, edits, react, { isUsed, add: useRef === 'useRef' && !imported(react).includes('useRef') });
  const ours = ['ZoomJoin', ...(needsHandle && isTypeScript ? ['type ZoomJoinHandle'] : [])];
  return edits
    .toString()
    .replace(HANDLE_IMPORT, `import { ${ours.join(', ')} } from`)
    .replaceAll(USE_REF, useRef ?? '');
}

/** Stands for our import, until it is known what it imports. */
export const HANDLE_IMPORT = 'import { ZoomJoin } from';
const USE_REF = '__useRef__';

interface Handle {
  readonly name: string;
  readonly isTypeScript: boolean;
}

function addHandle(tree: Tree, edits: Edits, { name, isTypeScript }: Handle): void {
  const element = tree
    .find('JSXElement')
    .find(({ openingElement }) => nameOf(openingElement.name as Node) === 'ZoomJoin');
  const component = element && tree.around(element).filter(isFunction).at(-1);
  const body = component?.body as Node | undefined;
  if (element === undefined || body?.type !== 'BlockStatement') {
    throw new NotUnderstood('the component has no place for a ref');
  }
  const [first] = body.body as Node[];
  if (first === undefined) throw new NotUnderstood('the component has no place for a ref');
  const type = isTypeScript ? '<ZoomJoinHandle>' : '';
  edits.insert(first.start, `const ${name} = ${USE_REF}${type}(null);\n${edits.indentAt(first.start)}`);
  edits.insert(
    (element.openingElement.name as Node).end,
    `\n${edits.indentAt(element.start)}${edits.step}ref={${name}}`,
  );
}

const imported = (react: NodeOf<'ImportDeclaration'> | undefined): string[] =>
  ((react?.specifiers ?? []) as Node[]).flatMap((one) =>
    one.type === 'ImportSpecifier' ? (nameOf(one.imported as Node) ?? []) : [],
  );

/** Returns how to call a hook: `React.useRef` if only React itself is imported. */
function hookOf(react: NodeOf<'ImportDeclaration'> | undefined, hook: string): string {
  const [first, ...more] = (react?.specifiers ?? []) as Node[];
  const isWhole = first?.type === 'ImportDefaultSpecifier' || first?.type === 'ImportNamespaceSpecifier';
  return isWhole && more.length === 0 ? `${nameOf(first.local as Node)}.${hook}` : hook;
}

interface ReactImport {
  readonly isUsed: (hook: string) => boolean;
  /** Whether `useRef` has to be imported. */
  readonly add: boolean;
}

function tidyReact(
  tree: Tree,
  edits: Edits,
  react: NodeOf<'ImportDeclaration'> | undefined,
  { isUsed, add }: ReactImport,
): void {
  const { quote } = edits;
  if (react === undefined) {
    if (!add) return;
    const [first] = tree.find('ImportDeclaration');
    edits.insert(first?.start ?? 0, `import { useRef } from ${quote}react${quote};\n`);
    return;
  }
  const names = imported(react);
  const specifiers = (react.specifiers ?? []) as Node[];
  const named = specifiers.filter(({ type }) => type === 'ImportSpecifier');
  const kept = named.filter((one) => {
    const name = one.type === 'ImportSpecifier' ? (nameOf(one.imported as Node) ?? '') : '';
    return !MAYBE_UNUSED.test(name) || isUsed(name) || (add && name === 'useRef');
  });
  if (!add && kept.length === named.length) return;
  const list = [
    ...kept.map((one) => tree.text(one)),
    ...(add && !names.includes('useRef') ? ['useRef'] : []),
  ];
  const whole = specifiers.filter(({ type }) => type !== 'ImportSpecifier').map((one) => tree.text(one));
  if (list.length === 0 && whole.length === 0) {
    edits.remove(react);
    return;
  }
  const from = tree.text(react).slice(tree.text(react).lastIndexOf('from'));
  edits.replace(
    react,
    `import ${[...whole, ...(list.length > 0 ? [`{ ${list.join(', ')} }`] : [])].join(', ')} ${from}`,
  );
}
