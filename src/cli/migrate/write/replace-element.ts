import { nameOf, stringOf } from '../code/shapes.ts';
import type { Node, NodeOf } from '../code/tree.ts';
import { NotUnderstood } from '../not-understood.ts';
import type { Place } from '../read/place.ts';
import type { Work } from '../work.ts';

/** Finds the element in which the meeting was shown. @throws {NotUnderstood} */
export function findElement({ tree }: Work, place: Place): NodeOf<'JSXElement'> {
  const wanted = 'id' in place ? place.id : place.ref;
  const found = tree.find('JSXElement').filter(({ openingElement }) =>
    ((openingElement.attributes ?? []) as Node[]).some((attribute) => {
      if (attribute.type !== 'JSXAttribute') return false;
      const name = nameOf(attribute.name as Node);
      if ('id' in place) return name === 'id' && textOf(attribute) === wanted;
      return name === 'ref' && expressionName(attribute) === wanted;
    }),
  );
  const [element, ...more] = found;
  if (element === undefined) throw new NotUnderstood(`the meeting’s element (${wanted}) is not in this file`);
  if (more.length > 0) throw new NotUnderstood(`there are several elements for the meeting (${wanted})`);
  const hasContent = ((element.children ?? []) as Node[]).some((child) => {
    if (child.type === 'JSXText') return child.value.trim() !== '';
    return !(child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression');
  });
  if (hasContent) throw new NotUnderstood('the meeting’s element has content of its own');
  return element;
}

const textOf = ({ value }: NodeOf<'JSXAttribute'>): string | undefined => {
  const node = value as Node | null | undefined;
  return stringOf(node?.type === 'JSXExpressionContainer' ? (node.expression as Node) : node);
};

const expressionName = ({ value }: NodeOf<'JSXAttribute'>): string | undefined =>
  value?.type === 'JSXExpressionContainer' ? nameOf(value.expression as Node) : undefined;

/** Replaces the meeting's element with `<ZoomJoin>`, which keeps its attributes except the ref. */
export function replaceElement(
  { tree, edits }: Work,
  element: NodeOf<'JSXElement'>,
  props: () => readonly string[],
): void {
  const kept = ((element.openingElement.attributes ?? []) as Node[])
    .filter((attribute) => !(attribute.type === 'JSXAttribute' && nameOf(attribute.name as Node) === 'ref'))
    .map((attribute) => tree.text(attribute));
  const { step } = edits;
  const outside = edits.indentAt(element.start);
  // JSX over several lines needs parentheses, for those who read it.
  const isReturned = /\b(return|=>) $/.test(tree.source.slice(0, element.start));
  const indent = isReturned ? outside + step : outside;
  edits.replace(element, () => {
    const lines = [...props(), ...kept].flatMap((prop) => prop.split('\n'));
    const jsx = `<ZoomJoin\n${lines.map((line) => `${indent}${step}${line}\n`).join('')}${indent}/>`;
    return isReturned ? `(\n${indent}${jsx}\n${outside})` : jsx;
  });
}
