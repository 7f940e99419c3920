/** A link of a Markdown document to a file of this repository, or within the document. */
export interface Link {
  /** As it is written. */
  readonly link: string;
  /** Relative to the document, or empty for a link within it. */
  readonly path: string;
  readonly anchor: string | undefined;
}

export const linksOf = (markdown: string): Link[] =>
  [...markdown.matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([link, path = '', anchor]) => ({
    link,
    path,
    anchor,
  }));
