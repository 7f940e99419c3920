import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/failures/classify.ts';
import { failure } from '../../../src/failures/failure.ts';
import { explain } from '../../../src/failures/words/explain.ts';
import { readAnswer } from '../../../src/session/authorize/read-grant.ts';
import { NULLS } from '../../support/null-grant.ts';

const JWT = 'aaa.bbb.ccc';

/** Resolves to the error that the app gets. */
const errorOf = async (answer: unknown) =>
  explain(classify(await readAnswer(answer).catch((thrown: unknown) => thrown)));

describe('what getSignature returns', () => {
  it('may be the signature, a grant, or the Response that has either', async () => {
    for (const answer of [
      JWT,
      { signature: JWT },
      new Response(` ${JWT}\n`),
      Response.json({ signature: JWT }),
    ])
      expect(await readAnswer(answer)).toEqual({ signature: JWT });
  });

  it('is taken with the fields of a grant alone, those of a class included', async () => {
    class Grant {
      get signature() {
        return JWT;
      }
      readonly zak = 'zak';
      readonly user = { id: 1 };
      readonly tk = undefined;
    }
    expect(await readAnswer(new Grant())).toStrictEqual({ signature: JWT, zak: 'zak' });
  });

  it('is never taken from a polluted Object.prototype', async () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    Object.assign(prototype, { zak: 'polluted', password: 'polluted' });
    try {
      expect(Object.entries(await readAnswer({ signature: JWT, password: 'own' }))).toEqual([
        ['signature', JWT],
        ['password', 'own'],
      ]);
    } finally {
      delete prototype['zak'];
      delete prototype['password'];
    }
  });

  it.each([12345678901, 12345678901n])(
    'may have the meeting number as a number or a bigint',
    async (meetingNumber) => {
      expect(await readAnswer({ signature: JWT, meetingNumber })).toEqual({
        signature: JWT,
        meetingNumber: '12345678901',
      });
    },
  );

  it('may have null for what it lacks, and fields of your own', async () => {
    for (const answer of [
      { ...NULLS, signature: JWT, sdkKey: 'key', other: { id: null } },
      Response.json({ ...NULLS, signature: JWT, sdkKey: 'key' }),
    ])
      expect(await readAnswer(answer)).toStrictEqual({ signature: JWT });
  });

  it.each([undefined, null, ''])('is missing when it is %j', async (answer) => {
    expect(await errorOf(answer)).toMatchObject({
      code: 'signature-missing',
      message: expect.stringContaining('no signature'),
    });
  });

  it.each([
    ['a number', 42, '`the answer`'],
    ['a function', () => JWT, '`the answer`'],
    ['an array', [], '`signature`'],
    ['something else', { token: JWT }, '`signature`'],
    ['a signature that is null', { signature: null, zak: null }, '`signature`'],
    ['a signature that is a number', { signature: 42 }, '`signature`'],
    ['fields of the wrong type', { signature: JWT, password: 1234, zak: false }, '`password`, `zak`'],
    ['a meeting number that is an object', { signature: JWT, meetingNumber: {} }, '`meetingNumber`'],
  ])('names what is wrong with %s, and shows no value', async (_what, answer, names) => {
    const { code, message } = await errorOf(answer);
    expect(code).toBe('signature-missing');
    expect(message).toBe(`\`getSignature\` returned something else than a signature: see ${names}.`);
  });

  it.each([
    [401, 'signature-denied'],
    [403, 'signature-denied'],
    [404, 'signature-request-failed'],
    [405, 'signature-request-failed'],
    [429, 'signature-request-failed'],
    [500, 'signature-endpoint-failed'],
    [503, 'signature-endpoint-failed'],
  ])('is a refusal with HTTP status %i', async (status, code) => {
    const error = await errorOf(new Response('no', { status }));
    expect(error.code).toBe(code);
    expect(error.message).toContain(`HTTP status ${status}.`);
  });

  it('can be unreadable', async () => {
    expect((await errorOf(new Response('<!doctype html>'))).code).toBe('signature-unreadable');
  });
});

describe('what getSignature throws', () => {
  it.each([
    ['fetch’s own error', new TypeError('Failed to fetch'), 'signature-unreachable'],
    ['a mistake in the callback', new TypeError('x is not a function'), 'signature-request-failed'],
    ['an error with the status', Object.assign(new Error(), { status: 403 }), 'signature-denied'],
    [
      'an error with the response',
      Object.assign(new Error(), { response: { status: 502 } }),
      'signature-endpoint-failed',
    ],
    ['anything else', 'no', 'signature-request-failed'],
  ])('is told from %s, with its cause', async (_what, cause, code) => {
    expect(await explain(classify(failure('signature-request-failed', undefined, cause)))).toMatchObject({
      code,
      cause,
    });
  });
});
