import { forgetMatch } from '../../utils/forget-match.ts';
import { patternsOf } from './patterns.ts';

/** Finds secrets in what people could see or copy, and in addresses. */
export interface SecretFinder {
  /** Whether a text contains one that can't be an ordinary word: a meeting number, with any separators, or a token. */
  isSurelyIn(text: string): boolean;
  /**
   * The same, or whether a text is a passcode. Since a passcode may be an ordinary word, only a whole value counts: the
   * text itself, or what follows a colon or, in an address, an equals sign.
   */
  isIn(text: string): boolean;
  /**
   * Whether markup may contain one, which takes little time to find out. If `isIn` is `true` for one of its texts or
   * attributes, this is `true` as well. It may also be `true` because of an ordinary word.
   */
  mayBeIn(markup: string): boolean;
}

/** What precedes and follows a whole value, which may end with the padding of base64. */
const BEFORE = '(?:^|[\\n:：=])\\s*';
const AFTER = '(?:=|%3D)*\\s*(?:$|[\\n&#])';
/** What precedes the number in a link with which people join. */
const JOIN_PATH = '/(?:j|w|s|wc|wc/join)/';

/**
 * Creates a {@link SecretFinder}. Secrets of fewer than four characters are not looked for.
 *
 * @param linked A meeting number that is only looked for in links with which people join.
 */
export function createFinder(secrets: readonly string[], linked = ''): SecretFinder {
  const { sure, short } = patternsOf(secrets);
  const known = linked === '' ? sure.source : `${JOIN_PATH}${linked}|${sure.source}`;
  // Without `g`, which would make `test` start where the last match ended.
  const surely = new RegExp(known, 'u');
  const exactly = new RegExp(`${known}|${BEFORE}(?:${short.source})${AFTER}`, 'u');
  const anywhere = new RegExp(`${known}|${short.source}`, 'u');
  return {
    isSurelyIn: (text) => isFound(surely, text),
    isIn: (text) => isFound(exactly, text),
    mayBeIn: (markup) => isFound(anywhere, unescaped(markup)),
  };
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&amp;': '&',
};

/** Undoes what browsers escape when they write markup. */
const unescaped = (markup: string): string =>
  markup.replace(/&(?:lt|gt|quot|nbsp|amp);/g, (found) => ESCAPED[found] ?? found);

function isFound(pattern: RegExp, text: string): boolean {
  const found = pattern.test(text);
  if (found) forgetMatch();
  return found;
}
