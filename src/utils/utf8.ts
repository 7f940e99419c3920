/** Replaces unpaired surrogates, for which `encodeURIComponent` throws. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');

/**
 * Returns the UTF-8 bytes of a text as the characters of a string, for `btoa`. It works without `TextEncoder`, which
 * jsdom lacks in Jest.
 */
export const utf8 = (text: string): string => unescape(encodeURIComponent(wellFormed(text)));
