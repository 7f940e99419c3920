import { type CssNode, parse, walk } from 'css-tree';

/** A feature as paths in MDN's data about CSS, of which the first that is there counts. */
export type UsedStyle = readonly string[];

/** Finds what CSS a text uses, if it is a style sheet, or a selector with a pseudo-class or -element. */
export function usedStyles(text: string): UsedStyle[] {
  if (/[{][^}]*:[^}]*[}]/.test(text)) return inSheet(parse(text, { onParseError: () => {} }));
  return [...text.matchAll(/(?<=^|[\w\])*>~+,\s]):{1,2}([a-z-]+)/g)].map(([, name]) => [`selectors.${name}`]);
}

function inSheet(sheet: CssNode, within?: string): UsedStyle[] {
  const used: UsedStyle[] = [];
  walk(sheet, function add(node) {
    const property = within ?? this.declaration?.property;
    const value = property === undefined ? [] : [`properties.${property}`];
    switch (node.type) {
      case 'Declaration':
        used.push([`properties.${node.property}`]);
        break;
      case 'Atrule':
        used.push([`at-rules.${node.name}`]);
        break;
      case 'Feature':
        used.push([`at-rules.${node.kind}.${node.name}`]);
        break;
      case 'PseudoClassSelector':
      case 'PseudoElementSelector':
        used.push([`selectors.${node.name}`]);
        break;
      case 'Dimension':
        if (node.unit.startsWith('cq')) used.push(['types.length.container_query_length_units']);
        break;
      case 'Identifier':
      case 'Function':
        used.push([
          ...value.map((path) => `${path}.${node.name}`),
          `types.color.${node.name}`,
          `types.${node.name}`,
        ]);
        break;
      case 'Raw':
        // The parser leaves the second part of `var(--name, …)` as it is.
        if (this.function?.name === 'var')
          used.push(...inSheet(parse(node.value, { context: 'value' }), property));
        break;
      default:
    }
  });
  return used;
}
