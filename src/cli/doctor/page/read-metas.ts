import { Parser } from 'htmlparser2';

/** Returns the policies that the `<meta>` elements in a page's head set. */
export function readMetas(html: string): string[] {
  const found: string[] = [];
  let isInHead = true;
  const parser = new Parser({
    onopentag(name, { 'http-equiv': kind, content }) {
      if (name === 'body') isInHead = false;
      if (!isInHead || name !== 'meta' || content === undefined) return;
      if (kind?.trim().toLowerCase() === 'content-security-policy') found.push(content);
    },
    onclosetag(name) {
      if (name === 'head') isInHead = false;
    },
  });
  parser.end(html);
  return found;
}
