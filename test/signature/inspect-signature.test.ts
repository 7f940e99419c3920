import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createSignature } from '../../src/server/index.ts';
import { inspectSignature } from '../../src/signature/inspect-signature.ts';

// Each test checks hundreds of cases. On a busy machine, that takes longer than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

const NOW_S = 1_790_000_000;
const now = NOW_S * 1000;
const good = {
  appKey: 'AbCdEfGhIjKlMnOp',
  mn: '12345678901',
  role: 0,
  iat: NOW_S - 30,
  exp: NOW_S + 3_600,
  tokenExp: NOW_S + 3_600,
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (payload: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }): string =>
  `${part(header)}.${part(payload)}.${'s'.repeat(43)}`;
const codes = (signature: unknown, expected: Parameters<typeof inspectSignature>[1] = {}) =>
  inspectSignature(signature, { now, ...expected }).problems.map(({ code, fatal }) => [code, fatal]);

describe('a good signature', () => {
  it('has no problems', () => {
    const expected = { meetingNumber: '12345678901', role: 0, now } as const;
    expect(inspectSignature(token(good), expected)).toEqual({ ok: true, problems: [] });
  });

  it('may stand between white space, and hold other alphabets', () => {
    expect(codes(`\n${token({ ...good, note: 'Grüße, 世界 ÿþ¿>?' })} `)).toEqual([]);
  });

  it('may write its meeting number and role as other JSON types do', () => {
    const written = token({ ...good, mn: 12345678901, role: '1' });
    expect(codes(written, { meetingNumber: '123 4567 8901', role: 1 })).toEqual([]);
  });

  it('is what our own server signs', async () => {
    const signature = await createSignature({
      sdkKey: 'key',
      sdkSecret: 'secret',
      meetingNumber: '12345678901',
      role: 1,
    });
    expect(inspectSignature(signature, { meetingNumber: '12345678901', role: 1 }).ok).toBe(true);
  });
});

describe('something else than a signature', () => {
  it.each([
    [undefined, 'not-a-string'],
    [null, 'not-a-string'],
    [{ signature: 'x' }, 'not-a-string'],
    ['', 'empty'],
    ['  \n', 'empty'],
    ['<!doctype html><title>App</title>', 'html-page'],
    [JSON.stringify({ signature: token(good) }), 'json-text'],
    [JSON.stringify(token(good)), 'json-text'],
    ['nonsense', 'not-a-jwt'],
    ['a.b.c', 'not-a-jwt'],
    [`${part([])}.${part(good)}.x`, 'not-a-jwt'],
    [`${part({ alg: 'HS256' })}.${part('text')}.x`, 'not-a-jwt'],
    [token(good).split('.').slice(0, 2).join('.'), 'not-a-jwt'],
    [`${token(good)}.more`, 'not-a-jwt'],
    [token(good).replace(/\.[^.]*$/, '.'), 'not-a-jwt'],
    [`Bearer ${token(good)}`, 'not-a-jwt'],
  ])('is named: %j', (signature, code) => {
    expect(codes(signature)).toEqual([[code, true]]);
  });
});

describe('a signature that cannot work', () => {
  const without = (name: keyof typeof good): object =>
    Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

  it.each([
    ['wrong-algorithm', token(good, { alg: 'RS256' })],
    ['wrong-algorithm', `${part({ alg: 'none' })}.${part(good)}.`],
    ['app-key-missing', token(without('appKey'))],
    ['app-key-missing', token({ ...without('appKey'), sdkKey: 'AbCdEfGh' })],
    ['app-key-missing', token({ ...good, appKey: '' })],
    ['video-sdk-token', token({ ...without('appKey'), app_key: 'AbCdEfGh', tpc: 'topic', role_type: 1 })],
    ['video-sdk-token', token({ ...good, tpc: 'topic' })],
    ['video-sdk-token', token({ ...good, app_key: 'AbCdEfGh' })],
    ['other-meeting', token({ ...good, mn: '12345678902' })],
    ['other-meeting', token(without('mn'))],
    ['times-missing', token(without('exp'))],
    ['times-missing', token({ ...good, iat: String(good.iat) })],
    ['milliseconds', token({ ...good, iat: good.iat * 1000, exp: good.exp * 1000 })],
    ['milliseconds', token({ ...good, exp: good.exp * 1000 })],
    ['milliseconds', token({ ...good, iat: good.iat * 1000 })],
  ])('is named %s', (code, signature) => {
    expect(codes(signature, { meetingNumber: '12345678901' })).toEqual([[code, true]]);
  });

  it.each([
    [31, '31 s ago'],
    [119, '119 s ago'],
    [120, '2 minutes ago'],
    [7_259, '120 minutes ago'],
    [86_400, 'more than a day ago'],
  ])('says how long ago it expired: %d s', (ago, words) => {
    const [problem] = inspectSignature(token({ ...good, iat: NOW_S - 90_000, exp: NOW_S - ago }), {
      now,
    }).problems;
    expect(problem?.message).toContain(words);
  });
});

describe('a signature that may work all the same', () => {
  it.each([
    ['other-role', token({ ...good, role: 1 })],
    ['secret-inside', token({ ...good, sdkSecret: 'x' })],
    ['secret-inside', token({ ...good, client_secret: 'x' })],
    ['not-yet-valid', token({ ...good, iat: NOW_S + 31 })],
    ['too-short', token({ ...good, exp: good.iat + 1_799 })],
    ['too-long', token({ ...good, exp: good.iat + 172_801 })],
    ['expired', token({ ...good, iat: NOW_S - 7_200, exp: NOW_S })],
    ['expired', token({ ...good, iat: NOW_S - 7_200, exp: NOW_S - 3_600 })],
  ])('only warns of %s', (code, signature) => {
    expect(codes(signature, { role: 0 })).toEqual([[code, false]]);
  });

  it('says how far in the future it was issued', () => {
    const [problem] = inspectSignature(token({ ...good, iat: NOW_S + 95 }), { now }).problems;
    expect(problem?.message).toContain('95 s');
  });

  it.each([
    { iat: NOW_S + 30 },
    { exp: good.iat + 1_800 },
    { exp: good.iat + 172_800 },
    { iat: NOW_S - 7_200, exp: NOW_S + 1 },
  ])('has no problem at the very edge: %j', (claims) => {
    expect(codes(token({ ...good, ...claims }))).toEqual([]);
  });

  it('tells of several problems at once', () => {
    const signature = token({ ...good, mn: '99999999999', role: 1, secret: 'x' });
    expect(codes(signature, { meetingNumber: '12345678901', role: 0 })).toEqual([
      ['secret-inside', false],
      ['other-meeting', true],
      ['other-role', false],
    ]);
  });
});

describe('whatever the text', () => {
  const anything = fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 1 });
  const claims = fc.dictionary(
    fc.oneof(fc.constantFrom(...Object.keys(good), 'tpc', 'secret'), fc.string()),
    fc.oneof(fc.jsonValue(), fc.constant({ toString: 1, valueOf: 1 })),
  );
  const expected = { meetingNumber: '12345678901', role: 0, now } as const;

  it('it never throws', () => {
    const headers = fc.oneof(fc.jsonValue(), fc.constant({ alg: 'HS256' }));
    const tokens = fc.tuple(claims, headers).map(([payload, header]) => token(payload, header));
    fc.assert(
      fc.property(fc.oneof(anything, fc.string(), tokens), (signature) => {
        const { ok, problems } = inspectSignature(signature, expected);
        expect(ok).toBe(problems.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('it repeats no piece of the token, coded or decoded', () => {
    const value = fc.stringMatching(/^[A-Z0-9]{8,32}$/);
    const payloads = fc.record({
      appKey: fc.option(value),
      mn: fc.stringMatching(/^[4-9]{9,11}$/),
      role: fc.constantFrom(0, 1, 7),
      iat: fc.integer({ min: NOW_S - 500_000, max: NOW_S + 500_000 }),
      exp: fc.integer({ min: NOW_S - 500_000, max: NOW_S + 500_000 }),
      clientSecret: value,
    });
    fc.assert(
      fc.property(payloads, (payload) => {
        const signature = token(payload);
        const said = JSON.stringify(inspectSignature(signature, { ...expected, role: 0 }));
        const values = Object.values(payload).map(String);
        for (const text of [...signature.split('.'), ...values.filter((text) => text !== 'null')]) {
          for (let start = 0; start + 6 <= text.length; start += 1) {
            expect(said).not.toContain(text.slice(start, start + 6));
          }
        }
      }),
    );
  });
});
