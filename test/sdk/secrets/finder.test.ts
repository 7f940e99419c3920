import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../src/sdk/secrets/finder.ts';

const NUMBER = '98765432109';
const PASSCODE = 'a"b<c';
const finder = createFinder([NUMBER, PASSCODE]);

describe('createFinder', () => {
  it.each([
    NUMBER,
    '987 6543 2109',
    '987-6543-2109',
    '987.654.321.09',
    `https://zoom.us/j/${NUMBER}?pwd=x`,
    btoa(`https://zoom.us/j/${NUMBER}`),
    PASSCODE,
    ` ${PASSCODE} `,
    `Passcode: ${PASSCODE}`,
    `パスコード：${PASSCODE}`,
    `https://zoom.us/x?a=1&pwd=${encodeURIComponent(PASSCODE)}&b=2`,
    `a=${btoa(PASSCODE)}`,
  ])('finds it in %j', (text) => {
    expect(finder.isIn(text)).toBe(true);
    expect(finder.mayBeIn(text)).toBe(true);
  });

  it.each(['', '98765432108', `It is ${PASSCODE}.`, 'a', '987 654'])('does not find it in %j', (text) => {
    expect(finder.isIn(text)).toBe(false);
  });

  it('finds nothing without secrets, and no short ones', () => {
    for (const none of [createFinder([]), createFinder(['', '123'])]) {
      for (const text of ['', '123', NUMBER]) expect(none.isIn(text) || none.mayBeIn(text)).toBe(false);
    }
  });

  it('with a number that is only looked for in links, finds it there alone', () => {
    const linked = createFinder([], NUMBER);
    expect(linked.isIn(NUMBER)).toBe(false);
    expect(linked.isIn(`https://zoom.us/broadcast/${NUMBER}`)).toBe(false);
    for (const path of ['j', 's', 'w', 'wc', 'wc/join']) {
      expect(linked.isIn(`https://zoom.us/${path}/${NUMBER}`)).toBe(true);
    }
  });

  it('may find in markup whatever it finds in a text of it', () => {
    const inMarkup = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 10 }), fc.string(), (secret, before) => {
        const one = createFinder([secret]);
        const text = `${before}: ${secret}`;
        expect(one.isIn(text)).toBe(true);
        expect(one.mayBeIn(`<p title="${inMarkup(text)}">`)).toBe(true);
      }),
    );
  });

  it('leaves no trace of what it found', () => {
    expect(finder.isIn(`ID ${NUMBER}`)).toBe(true);
    expect(JSON.stringify([RegExp.lastMatch, RegExp.input, RegExp.leftContext])).not.toContain('9876');
  });
});
