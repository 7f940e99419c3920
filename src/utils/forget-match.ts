/**
 * Clears what the browser remembers of the last match of any regular expression: `RegExp.lastMatch`, `RegExp.input`
 * and others, which every script in the page can read.
 */
export const forgetMatch = (): boolean => /^/.test('');
