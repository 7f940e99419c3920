import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedact } from '../../../src/sdk/secrets/redact.ts';

const NUMBER = '98765432109';
const TOKEN = 'zoom+access/key=for~the host?';
const redact = createRedact([NUMBER, 'open-sesame', TOKEN, '2025', 'algebra', 'ab']);

const form = (text: string) => new URLSearchParams({ x: text }).toString().slice(2);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a secret in a text', () => {
  it.each([
    ['plain', TOKEN],
    ['in a URL', encodeURIComponent(TOKEN)],
    ['in a form', form(TOKEN)],
    ['in JSON', JSON.stringify(`${TOKEN}\n"`).slice(1, -5)],
    ['in base64', base64(TOKEN)],
    ['in base64 for URLs', Buffer.from(TOKEN).toString('base64url')],
    ['a number in base64', base64(NUMBER)],
    ['a short one in a URL', 'open%2Dsesame'.replace('%2D', '-')],
    ['a short one in base64', base64('open-sesame')],
    ['the number', NUMBER],
    ['the number in groups', '987 6543 2109'],
    ['the number with dashes', '987-6543-2109'],
    ['the number with no-break spaces', '987\u00a06543\u00a02109'],
    ['the number with dots and brackets', '987) 65.43.21.09'],
    ['a short number', '2025'],
    ['a short word', 'algebra'],
  ])('is found, %s', (_how, written) => {
    expect(redact(`before ${written} after`)).toMatch(/^before •+=* after$/);
  });

  it.each([0, 1, 2, 3])('is found inside of a longer base64 text, from its byte %d', (offset) => {
    for (const secret of [NUMBER, TOKEN]) {
      const whole = base64(`${'x'.repeat(offset)}${secret} and more`);
      const cleaned = redact({ text: whole }, true).text;
      expect(cleaned).toContain('•••');
      // What is left doesn't contain more than the two characters at each end.
      expect(Buffer.from(cleaned, 'base64').toString('latin1')).not.toContain(secret.slice(3, -3));
    }
  });

  it.each(['120256', 'algebraic', 'prealgebra', 'x2025', 'Éalgebra', '2025ß'])(
    'is not found in %s, if it is short and that is a longer word or number',
    (text) => expect(redact(text)).toBe(text),
  );

  it('is found at signs, and wherever it has a sign at its own edge', () => {
    expect(redact('pwd=2025&a=(algebra)')).toBe('pwd=•••&a=(•••)');
    expect(createRedact(['#key!'])('a#key!b')).toBe('a•••b');
  });

  it('is found with characters that mean something in a pattern, or that no URL can contain', () => {
    expect(createRedact(['a+b (c)'])('with a+b (c)!')).toBe('with •••!');
    expect(createRedact(['\ud800abcd'])('with \ud800abcd!')).toBe('with •••!');
    expect(createRedact([])('anything')).toBe('anything');
  });

  it('leaves nothing of itself, whatever surrounds it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 16, unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (secret, before, after) => {
          const text = createRedact([secret])(`${before}${secret}${after}`);
          // By chance, what surrounds it can contain it, too, if it consists of dots.
          return !text.includes(secret) || /^•*$/.test(secret);
        },
      ),
    );
  });

  it('leaves nothing of a short secret between other signs', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 15 }),
        fc.constantFrom('', ' ', '=', '"', '/'),
        fc.constantFrom('', ' ', '&', '"', '.'),
        (secret, before, after) =>
          !createRedact([secret])(`${before}${secret}${after}`).includes(secret) || /^•*$/.test(secret),
      ),
    );
  });
});

describe('what people write, and ids', () => {
  it('keep a short passcode, which may be an ordinary word', () => {
    const chat = {
      message: ['See you in 2025 for algebra', 'open-sesame'],
      sender: { name: 'Algebra', userId: 2 },
    };
    expect(redact(chat, true)).toEqual(chat);
    const people = [
      { userName: 'algebra', displayName: '2025', meetingTopic: 'algebra', id: '2025', note: 'algebra' },
    ];
    expect(redact(people)).toEqual([{ ...people[0], note: '•••' }]);
  });

  it('never contain a token or the meeting number', () => {
    const chat = { message: `${TOKEN} and 987 6543 2109`, id: NUMBER, sender: { name: TOKEN } };
    expect(redact(chat, true)).toEqual({ message: '••• and •••', id: '•••', sender: { name: '•••' } });
  });
});

describe('a value', () => {
  it('has no secret at any depth: in texts, numbers, fields, keys, maps, sets and errors', () => {
    const payload = {
      list: [{ note: 'the passcode is open-sesame' }],
      number: 98765432109,
      deep: { er: [NUMBER] },
      [NUMBER]: { 'the algebra': 1 },
      map: new Map<unknown, unknown>([
        [NUMBER, 'open-sesame'],
        ['password', 'x'],
      ]),
      set: new Set(['open-sesame', 1]),
      odd: new Map([[Object.create(null), 'open-sesame']]),
    };
    expect(redact(payload)).toEqual({
      list: [{ note: 'the passcode is •••' }],
      number: '•••',
      deep: { er: ['•••'] },
      '•••': { 'the •••': 1 },
      map: new Map([
        ['•••', '•••'],
        ['password', '•••'],
      ]),
      set: new Set(['•••', 1]),
      odd: new Map([[{}, '•••']]),
    });
  });

  it('of the type Error keeps its kind, and what it says apart from that', () => {
    const cause = new Error('algebra');
    const error = Object.assign(new RangeError('open-sesame is wrong', { cause }), {
      errorCode: 3,
      pwd: 'x',
    });
    const clean = redact(error);
    expect(clean).not.toBe(error);
    expect(String(clean)).toBe('RangeError: ••• is wrong');
    expect(clean.stack).toContain('redact.test');
    expect(clean.stack).not.toContain('sesame');
    expect((clean.cause as Error).message).toBe('•••');
    expect({ ...clean }).toEqual({ errorCode: 3, pwd: '•••' });
    const dom = redact(new DOMException('open-sesame', 'AbortError'));
    expect([dom.name, dom.message]).toEqual(['AbortError', '•••']);
    expect(error.message).toBe('open-sesame is wrong');
  });

  it('has nothing in the fields for what opens a meeting, also in forms that only Zoom knows', () => {
    const payload = {
      meetingInfo: { inviteEmail: 'https://zoom.us/j/1?pwd=Encrypted', telPwd: '123', mn: 1, pwd: '' },
    };
    expect(redact(payload)).toEqual({
      meetingInfo: { inviteEmail: '•••', telPwd: '•••', mn: '•••', pwd: '' },
    });
  });

  it('keeps the names of its fields, although a passcode may be such a word', () => {
    expect(createRedact(['message'])({ message: 1, 'the message': 2 })).toEqual({ message: 1, 'the •••': 2 });
  });

  it('keeps everything else: codes, flags, nothing, the app’s own key, what is no plain data', () => {
    const media = new (class {
      note = 'open-sesame';
    })();
    const payload = {
      userId: 16778240,
      muted: false,
      gone: undefined,
      none: null,
      list: [undefined, 0],
      customerKey: 'open-sesame',
      media,
      run: () => {},
    };
    const { gone: _, ...rest } = payload;
    expect(redact(payload)).toStrictEqual(rest);
    expect(redact(payload).media).toBe(media);
  });

  it('is a copy, and follows objects of another window, also in a circle', () => {
    const payload = runInNewContext(
      `const one = { text: 'open-sesame', list: [{ a: 'open-sesame' }], map: new Map([[1, 'open-sesame']]) };
       one.error = new Error('open-sesame'); one.self = one; one`,
    );
    const copy = redact(payload);
    expect(copy.text).toBe('•••');
    expect(copy.list).toEqual([{ a: '•••' }]);
    expect(copy.map).toEqual(new Map([[1, '•••']]));
    expect(copy.error.message).toBe('•••');
    expect(copy.self).toBe(copy);
    expect(payload.text).toBe('open-sesame');
  });

  it('that is too deep or too large is replaced from there on', () => {
    let deep: unknown = 'open-sesame';
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(JSON.stringify(redact(deep))).toMatch(/^\[+"•••"\]+$/);
    const large = Array.from({ length: 30 }, () => 'x'.repeat(1e6));
    const clean = redact(large);
    expect(clean[0]).toHaveLength(1e6);
    expect(clean.at(-1)).toBe('•••');
  });

  it('with a __proto__ changes no prototype', () => {
    const clean = redact(JSON.parse('{"__proto__":{"isAdmin":true}}'));
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
    expect(Object.keys(clean)).toEqual(['__proto__']);
  });
});

it('leaves nothing in what the browser remembers of the last match', () => {
  const remembered = () =>
    [RegExp.lastMatch, RegExp.leftContext, RegExp.rightContext, RegExp.$1, RegExp['$_' as 'input']].join();
  /secret (\w+)/.test('a secret match');
  expect(remembered()).toContain('secret');
  redact({ text: `the passcode open-sesame of ${NUMBER}`, password: 'x', pin: 2025 });
  expect(remembered()).toBe(',,,,');
});
