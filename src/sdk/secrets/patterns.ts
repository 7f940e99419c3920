import { utf8, wellFormed } from '../../utils/utf8.ts';

/** Shorter texts occur in everything. */
const SHORTEST = 4;
/** A passcode has at most 10 characters (support.zoom.com, passcode requirements). A token is longer than this. */
const LONG = 16;

export interface SecretPatterns {
  /** Finds what can't be an ordinary word: tokens and meeting numbers, in every form. */
  readonly sure: RegExp;
  /** Finds shorter secrets, such as a passcode, wherever these characters occur. */
  readonly short: RegExp;
}

/**
 * Returns global patterns for these secrets. A meeting number must consist of digits only. Secrets of fewer than four
 * characters are left out.
 */
export function patternsOf(secrets: readonly string[]): SecretPatterns {
  const known = secrets.filter((secret) => secret.length >= SHORTEST);
  return {
    sure: patternOf(known.filter(isSure).flatMap((secret) => [...formsOf(secret), ...insideBase64(secret)])),
    short: patternOf(known.filter((secret) => !isSure(secret)).flatMap(formsOf)),
  };
}

/** Whether it can't be an ordinary word: a token or a meeting number. */
const isSure = (secret: string): boolean => secret.length >= LONG || /^\d{9,}$/.test(secret);

/** Returns the ways in which a secret may be written: plain, in a URL, in a form, in JSON and in base64. */
const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(wellFormed(secret)),
  `${new URLSearchParams([['', secret]])}`.slice(1),
  JSON.stringify(secret).slice(1, -1),
  ...inBase64(secret),
];

/** Returns the middle of longer base64 texts that contain a secret, which can start at three different offsets. */
const insideBase64 = (secret: string): string[] =>
  ['-', '--', '---'].flatMap((before) => inBase64(before + secret).map((text) => text.slice(4, -4)));

function inBase64(secret: string): string[] {
  const text = btoa(utf8(secret)).replace(/=+$/, '');
  return [text, text.replaceAll('+', '-').replaceAll('/', '_')];
}

/** Returns a pattern that finds each of these texts, and numbers of six digits or more with any separators. */
function patternOf(texts: readonly string[]): RegExp {
  const sources = [...new Set(texts)]
    // Longer ones first, because one may contain another.
    .sort((a, b) => b.length - a.length)
    .map((text) =>
      /^\d{6,}$/.test(text)
        ? [...text].join('[^\\p{L}\\p{N}]{0,3}')
        : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
    );
  return new RegExp([...sources, NOTHING].join('|'), 'gu');
}

/** Matches nothing, for when there are no secrets. */
const NOTHING = '(?!)';
