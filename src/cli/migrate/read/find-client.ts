import { bare, hookName, methodCall, nameOf } from '../code/shapes.ts';
import type { Node, NodeOf, Tree } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';

const SDK = '@zoom/meetingsdk/embedded';

export interface SdkUse {
  readonly importNode: NodeOf<'ImportDeclaration'>;
  /** The name of the import, such as `ZoomMtgEmbedded`. */
  readonly sdkName: string;
  readonly clientName: string;
  /** The client is `clientName.current`. */
  readonly isRef: boolean;
  /** The statement that creates the client. */
  readonly creation: Node;
}

/** Finds the import of the SDK and its client. @throws {NotUnderstood} */
export function findClient(tree: Tree): SdkUse {
  const importNode = findImport(tree);
  const [sdk, ...more] = importNode.specifiers ?? [];
  if (sdk === undefined || sdk.type === 'ImportSpecifier' || more.length > 0) {
    throw new NotUnderstood(`it imports something else than the default of ${SDK}`);
  }
  const sdkName = nameOf(sdk.local as Node) ?? '';
  if (tree.declarations(sdkName).length > 1) throw new NotUnderstood(`there are two things named ${sdkName}`);

  const creations = tree.find('CallExpression').filter((call) => {
    const read = methodCall(call);
    return read?.method === 'createClient' && nameOf(read.object) === sdkName;
  });
  const [creation] = creations;
  if (creation === undefined) throw new NotUnderstood(`it never calls ${sdkName}.createClient()`);
  if (creations.length > 1) throw new NotUnderstood('it creates more than one client');
  return { importNode, sdkName, ...clientOf(tree, creation) };
}

function findImport(tree: Tree): NodeOf<'ImportDeclaration'> {
  const imports = tree.find('ImportDeclaration');
  const found = imports.find(({ source }) => source.value === SDK);
  if (found) return found;
  if (imports.some(({ source }) => source.value === '@zoom/meetingsdk')) {
    throw new NotUnderstood(
      'it uses the client view (ZoomMtg), which fills the whole page; <ZoomJoin> is the component view',
    );
  }
  if (tree.source.includes(SDK)) throw new NotUnderstood(`it loads ${SDK} in another way than by an import`);
  throw new NotUnderstood(`it doesn’t import ${SDK}`);
}

/** Reads `const client = createClient()`, or the same in `useMemo`, `useState` or `useRef`. */
function clientOf(tree: Tree, call: Node): Pick<SdkUse, 'clientName' | 'isRef' | 'creation'> {
  const unclear = new NotUnderstood(
    'it keeps the client in another way than `const client = ….createClient()`',
  );
  let value = call;
  let hook = '';
  for (const outer of tree.around(call)) {
    if (outer.type === 'VariableDeclarator') {
      const declaration = tree.parentOf(outer);
      if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) throw unclear;
      if (tree.parentOf(declaration)?.type === 'ExportNamedDeclaration') {
        throw new NotUnderstood('it exports the client, so other files use it');
      }
      const id = outer.id as Node;
      const isState = hook === 'useState' && id.type === 'ArrayPattern' && id.elements.length === 1;
      const name = nameOf(isState ? (id.elements[0] as Node) : id);
      if (name === undefined || (hook === 'useState') !== isState) throw unclear;
      if (tree.declarations(name).length > 1) throw new NotUnderstood(`there are two things named ${name}`);
      return { clientName: name, isRef: hook === 'useRef', creation: declaration };
    }
    if (outer.type === 'ArrowFunctionExpression' && outer.body === value && hook === '') value = outer;
    else if (outer.type === 'CallExpression' && outer.arguments[0] === value && hook === '') {
      hook = hookName(outer) ?? '';
      if (!['useMemo', 'useState', 'useRef'].includes(hook)) throw unclear;
      value = outer;
    } else if (bare(outer) === bare(value)) value = outer;
    else throw unclear;
  }
  throw unclear;
}

/** Returns a function that says whether an expression is the client. */
export const clientTest =
  ({ clientName, isRef }: SdkUse) =>
  (node: Node): boolean => {
    const value = bare(node);
    if (!isRef) return nameOf(value) === clientName;
    return (
      value.type === 'MemberExpression' &&
      nameOf(value.object as Node) === clientName &&
      nameOf(value.property as Node) === 'current'
    );
  };
