import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  type MeetingReference,
  meetingKey,
  parseMeetingReference,
} from '../../src/meeting-reference/meeting-reference.ts';
import { explainMeetingProblem } from '../../src/meeting-reference/reference-problems.ts';

// Each test checks hundreds of cases. On a busy machine, that takes longer than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

const meetingNumbers = fc.stringMatching(/^[1-9]\d{8,10}$/);
/**
 * Passcodes as Zoom writes them, in base64url with a version at the end, and plain ones with characters that a URL
 * must escape.
 */
const passcodes = fc.stringMatching(/^[\w.@*&+%=#-]{4,24}$/);
const separators = fc.constantFrom(
  '',
  ' ',
  '  ',
  '-',
  ' - ',
  '\u00a0',
  '\u202f',
  '\u2011',
  '–',
  '—',
  '\u200b',
  '−',
);
const hosts = fc.constantFrom(
  'zoom.us',
  'us02web.zoom.us',
  'company.zoom.us',
  'app.zoom.us',
  'ZOOM.US',
  'zoomgov.com',
  'agency.zoomgov.com',
  'zoom.com',
  'uni.zoom-x.de',
  'zoom.com.cn',
);
const paths = fc.constantFrom(
  (number: string) => `/j/${number}`,
  (number: string) => `/j/${number}/`,
  (number: string) => `/w/${number}`,
  (number: string) => `/s/${number}`,
  (number: string) => `/wc/${number}`,
  (number: string) => `/wc/${number}/join`,
  (number: string) => `/wc/${number}/start`,
  (number: string) => `/wc/join/${number}`,
  (number: string) => `/launch/jc/${number}`,
);
const schemes = fc.constantFrom('https://', 'http://', 'HTTPS://', '');

/** Returns the message for the developer if a meeting is refused. */
const refusal = (given: unknown) => {
  const parsed = parseUntyped(given);
  return parsed.kind === 'invalid' ? explainMeetingProblem(parsed.problem) : undefined;
};

const parseUntyped = (given: unknown) => parseMeetingReference(given as MeetingReference);

describe('a meeting number', () => {
  it('is read with any spaces and dashes between its digits', () => {
    fc.assert(
      fc.property(
        meetingNumbers,
        fc.array(separators, { minLength: 12, maxLength: 12 }),
        (number, between) => {
          const written = between.map((separator, index) => separator + (number[index] ?? '')).join('');
          expect(parseMeetingReference(written)).toEqual({ kind: 'number', meetingNumber: number });
        },
      ),
    );
  });

  it.each([12345678901, 12345678901n, { meetingNumber: 12345678901 }, { meetingNumber: 12345678901n }])(
    'is read from a number or a bigint',
    (reference) => {
      expect(parseMeetingReference(reference)).toEqual({ kind: 'number', meetingNumber: '12345678901' });
    },
  );

  it('comes with the passcode of an object', () => {
    fc.assert(
      fc.property(meetingNumbers, passcodes, fc.boolean(), (number, password, asNumber) => {
        const meetingNumber = asNumber ? Number(number) : number;
        expect(parseMeetingReference({ meetingNumber, password })).toEqual({
          kind: 'number',
          meetingNumber: number,
          password,
        });
      }),
    );
  });

  it.each(['', null, undefined])('has no passcode when the passcode is %j', (password) => {
    expect(parseMeetingReference({ meetingNumber: '123456789', password })).toEqual({
      kind: 'number',
      meetingNumber: '123456789',
    });
  });

  it.each([
    ['12345678', '8 digits'],
    ['7', '1 digit;'],
    ['123 456 789 012', '12 digits'],
    ['---', '0 digits'],
    [12345678, '8 digits'],
    [123456789012, '12 digits'],
    [0, '1 digit;'],
    [42n, '2 digits'],
    [{ meetingNumber: '1234' }, '4 digits'],
  ])('with another count of digits is refused, and told the count: %o', (reference, count) => {
    expect(refusal(reference)?.message).toContain(count);
    expect(refusal(reference)?.message).toContain('9 to 11');
    expect(refusal(reference)?.hint).toContain("meeting={{ name: '…' }}");
  });

  it.each([-1234567890, -1234567890n, 123456789.5, Number.NaN, Number.POSITIVE_INFINITY, 1e21])(
    'is refused when it is %o',
    (number) => {
      expect(parseMeetingReference(number).kind).toBe('invalid');
      expect(parseMeetingReference({ meetingNumber: number }).kind).toBe('invalid');
    },
  );
});

describe('a URL of Zoom’s', () => {
  it('is read in every shape, with its passcode and registration token', () => {
    const optional = fc.option(passcodes, { nil: undefined });
    fc.assert(
      fc.property(
        schemes,
        hosts,
        paths,
        meetingNumbers,
        optional,
        optional,
        (scheme, host, path, number, pwd, tk) => {
          const query = new URLSearchParams();
          if (tk !== undefined) query.set('tk', tk);
          if (pwd !== undefined) query.set('pwd', pwd);
          const link = `${scheme}${host}${path(number)}${query.size > 0 ? `?${query}` : ''}#success`;
          expect(parseMeetingReference(link)).toEqual({
            kind: 'number',
            meetingNumber: number,
            ...(pwd === undefined ? {} : { password: pwd, passwordFrom: 'url' }),
            ...(tk === undefined ? {} : { tk }),
          });
        },
      ),
    );
  });

  it.each(['zoommtg://zoom.us/join?action=join&', 'zoomus://zoom.us/join?', 'https://zoom.us/join?'])(
    'is read from its confno: %s',
    (start) => {
      fc.assert(
        fc.property(meetingNumbers, passcodes, (number, pwd) => {
          expect(parseMeetingReference(`${start}confno=${number}&${new URLSearchParams({ pwd })}`)).toEqual({
            kind: 'number',
            meetingNumber: number,
            password: pwd,
            passwordFrom: 'url',
          });
        }),
      );
    },
  );

  it.each([
    ['https://zoom.us/my/ada.lovelace', 'personal'],
    ['company.zoom.us/my/12345678901', 'personal'],
    ['https://zoom.us/u/aBcDeF', 'personal'],
    ['https://zoom.us/webinar/register/WN_x12345678901', 'registration'],
    ['https://zoom.us/meeting/register/tJ0abc', 'registration'],
    ['https://zoom.us/rec/share/12345678901', 'recording'],
    ['https://zoom.us', 'no meeting number'],
    ['zoom.us/pricing', 'no meeting number'],
    ['https://zoom.us/j/', 'no meeting number'],
    ['zoommtg://zoom.us/start', 'no meeting number'],
    ['https://zoom.us/j/1234', '9 to 11 digits'],
    ['https://zoom.us/j/123456789012', '9 to 11 digits'],
  ])('without a usable number is refused and says what it is: %s', (link, word) => {
    expect(refusal(link)?.message).toContain(word);
    expect(refusal(link)?.hint).toMatch(/number/);
  });
});

describe('any other string', () => {
  it.each([
    'standup',
    'room-7',
    '42nd street',
    'https://example.com/j/12345678901?pwd=secret',
    'https://zoom.us.example.com/j/12345678901',
    'https://notzoom.us/j/12345678901',
    'https://zoom.us@example.com/j/12345678901',
    'ftp://zoom.us/j/12345678901',
    'localhost:3000/j/12345678901',
    'ada@zoom.us',
    'https://',
    '123.456.7890',
  ])('is a name of the app’s own: %s', (name) => {
    expect(parseMeetingReference(name)).toEqual({ kind: 'opaque', name });
  });
});

describe('{ name }', () => {
  it.each(['standup', '42', '12345678901', 'https://zoom.us/j/12345678901'])(
    'is a name of the app’s own, whatever it looks like: %s',
    (name) => {
      expect(parseMeetingReference({ name })).toEqual({ kind: 'opaque', name });
      expect(parseMeetingReference({ name: ` ${name}\n` })).toEqual({ kind: 'opaque', name });
    },
  );

  it('is not read beside a meeting number: rows of a database have names, too', () => {
    const row = { id: 7, name: 'Standup', meetingNumber: 12345678901n, password: null };
    expect(parseMeetingReference(row)).toEqual({ kind: 'number', meetingNumber: '12345678901' });
    expect(parseUntyped({ name: null, meetingNumber: '12345678901' }).kind).toBe('number');
    expect(parseUntyped({ name: 'Standup', meetingNumber: null })).toEqual({
      kind: 'opaque',
      name: 'Standup',
    });
  });
});

describe('what an untyped app passes by mistake', () => {
  it.each([
    [undefined, 'missing'],
    [null, 'missing'],
    ['', 'empty'],
    [' \u00a0', 'empty'],
    [true, 'neither'],
    [Symbol('meeting'), 'neither'],
    [[], 'missing'],
    [{}, 'missing'],
    [{ meetingNumber: null }, 'missing'],
    [{ meetingNumber: {} }, 'no whole'],
    [{ meetingNumber: 'https://zoom.us/j/12345678901' }, 'other characters'],
    [{ meetingNumber: '12345678901', password: 123456 }, 'not a string'],
    [{ name: '' }, '`meeting.name` is empty'],
    [{ name: ' ' }, '`meeting.name` is empty'],
    [{ name: 42 }, '`meeting.name` is not a string'],
    [{ name: null }, 'missing'],
    [() => '12345678901', 'neither'],
  ])('is refused, and names the prop: %o', (given, word) => {
    expect(refusal(given)?.message).toContain(word);
    expect(refusal(given)?.message).toContain('`meeting');
  });

  it('never throws', () => {
    const anything = fc.anything({
      withBigInt: true,
      withNullPrototype: true,
      maxDepth: 1,
      withSparseArray: true,
      withDate: true,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          fc.record({ meetingNumber: anything, password: anything }),
          fc.record({ name: anything }),
          fc.webUrl(),
        ),
        (given) => {
          expect(['number', 'opaque', 'invalid']).toContain(parseUntyped(given).kind);
          expect(meetingKey(given as MeetingReference)).toBeTypeOf('string');
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('meetingKey', () => {
  it('is the same for every way to write one meeting', () => {
    fc.assert(
      fc.property(
        meetingNumbers,
        passcodes,
        passcodes,
        hosts,
        paths,
        separators,
        (number, password, pwd, host, path, separator) => {
          const references: MeetingReference[] = [
            number,
            [...number].join(separator),
            Number(number),
            BigInt(number),
            { meetingNumber: number },
            { meetingNumber: BigInt(number), password: null },
            { meetingNumber: Number(number), password },
            { password: pwd, meetingNumber: ` ${number}` },
            `https://${host}${path(number)}`,
            `${host}${path(number)}?${new URLSearchParams({ pwd, tk: password })}`,
            `zoommtg://zoom.us/join?confno=${number}`,
          ];
          expect(new Set(references.map(meetingKey)).size).toBe(1);
        },
      ),
    );
  });

  it('is another one for another number', () => {
    fc.assert(
      fc.property(meetingNumbers, meetingNumbers, (one, other) => {
        expect(meetingKey(one) === meetingKey({ meetingNumber: other })).toBe(one === other);
      }),
    );
  });

  it('of a name is that of the trimmed name, and never that of a number or of a mistake', () => {
    expect(meetingKey(' standup ')).toBe(meetingKey({ name: 'standup' }));
    expect(meetingKey('standup')).not.toBe(meetingKey('Standup'));
    expect(meetingKey({ name: '12345678901' })).not.toBe(meetingKey('12345678901'));
    const keys = [meetingKey('standup'), meetingKey('12345678901'), meetingKey('')];
    fc.assert(
      fc.property(fc.constantFrom(...keys), (key) => {
        expect(keys).not.toContain(meetingKey({ name: key }));
      }),
    );
  });

  it('of what is no reference is that of the mistake', () => {
    expect(meetingKey('')).toBe(meetingKey(' '));
    expect(meetingKey('')).not.toBe(meetingKey(undefined as unknown as MeetingReference));
  });
});

it('a refusal repeats neither digits nor passcode', () => {
  const badNumbers = fc.oneof(fc.stringMatching(/^[4-8]{4,8}$/), fc.stringMatching(/^[4-8]{12,20}$/));
  const secret = fc.stringMatching(/^[A-Z][0-9]{6}[A-Z]$/);
  const references = fc.oneof(
    fc
      .record({ text: badNumbers, secret })
      .map(({ text, secret }) => ({ reference: text, parts: [text, secret] })),
    fc.record({ text: badNumbers, secret }).map(({ text, secret }) => ({
      reference: { meetingNumber: text, password: secret },
      parts: [text, secret],
    })),
    fc.record({ text: badNumbers, secret, host: hosts, path: paths }).map(({ text, secret, host, path }) => ({
      reference: `https://${host}${path(text)}?pwd=${secret}`,
      parts: [text, secret],
    })),
    fc
      .record({
        secret,
        host: hosts,
        path: fc.constantFrom(
          '/my/',
          '/u/',
          '/webinar/register/',
          '/meeting/register/',
          '/rec/share/',
          '/x/',
        ),
      })
      .map(({ secret, host, path }) => ({
        reference: `https://${host}${path}${secret}?pwd=${secret}`,
        parts: [secret],
      })),
    fc.record({ text: badNumbers, secret }).map(({ text, secret }) => ({
      reference: `zoommtg://zoom.us/join?confno=${text}&pwd=${secret}`,
      parts: [text, secret],
    })),
    // Only an untyped app passes these: a passcode as a number, and a link with its passcode as the meeting number.
    fc.record({ number: meetingNumbers, password: fc.integer({ min: 100_000 }) }).map((given) => ({
      reference: { meetingNumber: given.number, password: given.password },
      parts: [given.number, String(given.password)],
    })),
    fc.record({ name: fc.integer({ min: 100_000 }) }).map(({ name }) => ({
      reference: { name },
      parts: [String(name)],
    })),
    fc.record({ number: meetingNumbers, secret }).map(({ number, secret }) => ({
      reference: { meetingNumber: `https://zoom.us/j/${number}?pwd=${secret}` },
      parts: [number, secret],
    })),
  );
  fc.assert(
    fc.property(references, ({ reference, parts }) => {
      const parsed = parseUntyped(reference);
      expect(parsed.kind).toBe('invalid');
      const said = JSON.stringify(parsed);
      for (const part of parts) expect(said).not.toContain(part);
      // Nor any beginning of them.
      for (const part of parts) expect(said).not.toContain(part.slice(0, 4));
    }),
  );
});
