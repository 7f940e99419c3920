import { afterEach, describe, expect, it, vi } from 'vitest';
import { classify } from '../../src/failures/classify.ts';
import { failure } from '../../src/failures/failure.ts';
import { readReasons } from '../../src/failures/words/endpoint-reasons.ts';
import { explain } from '../../src/failures/words/explain.ts';
import { readAnswer } from '../../src/session/authorize/read-grant.ts';

const refusal = (body: unknown, status = 400) => Response.json(body, { status });
const reasons = (body: unknown) => readReasons(refusal(body));
/** Resolves to the error that the app gets if `getSignature` returns this. */
const errorOf = async (answer: unknown) =>
  explain(classify(await readAnswer(answer).catch((thrown: unknown) => thrown)));
/** Resolves to the error that the app gets if `getSignature` throws this. */
const errorOfThrown = (cause: unknown) =>
  explain(classify(failure('signature-request-failed', undefined, cause)));

afterEach(() => vi.useRealTimers());

describe('why an endpoint refused', () => {
  it('is in the hint, and the message for the user stays the same', async () => {
    const property = 'role';
    const error = await errorOf(refusal({ errors: [{ property, reason: 'Got 2, expected 0,1' }] }));
    const plain = await errorOf(new Response('no', { status: 400 }));
    expect(error).toMatchObject({
      code: 'signature-request-failed',
      hint: `The endpoint said: “role: Got 2, expected 0,1”. ${plain.hint}`,
      message: plain.message,
      userMessage: plain.userMessage,
    });
    expect(error.cause).toBeUndefined();
  });

  it.each([
    [401, 'signature-denied'],
    [403, 'signature-denied'],
    [404, 'signature-request-failed'],
    [500, 'signature-endpoint-failed'],
  ])('is in the hint after HTTP status %i', async (status, code) => {
    const error = await errorOf(refusal({ error: { code: 'forbidden', message: 'You may not.' } }, status));
    expect(error.code).toBe(code);
    expect(error.hint).toMatch(/^The endpoint said: “forbidden: You may not\.”\. /);
  });

  it.each([
    ['axios', { response: { status: 400, data: { message: 'No role' } } }],
    ['ofetch', { status: 400, data: { message: 'No role' } }],
  ])('is in the hint if %s throws it', async (_client, fields) => {
    const cause = Object.assign(new Error(), fields);
    expect(await errorOfThrown(cause)).toMatchObject({ cause, hint: expect.stringContaining('“No role”') });
  });

  it('is not sought in what is no refusal, or can’t be read', async () => {
    const hint = async (fields: object) => (await errorOfThrown(Object.assign(new Error(), fields))).hint;
    expect(await hint({ data: { message: 'No role' } })).not.toContain('No role');
    const broken = {
      status: 400,
      get data() {
        throw new Error('unreadable');
      },
    };
    expect((await errorOfThrown(broken)).hint).toMatch(/^Check address/);
  });

  it.each([
    [{ error: 'No role' }, 'No role'],
    [{ message: 'No role' }, 'No role'],
    [
      { statusCode: 400, error: 'Bad Request', message: ['no role', 'no number'] },
      'Bad Request; no role; no number',
    ],
    [{ error: { code: 'invalid-json', message: 'No JSON.' } }, 'invalid-json: No JSON.'],
    [{ errors: ['No role', { message: 'No number' }] }, 'No role; No number'],
    [
      {
        errors: [
          { property: '$schema', reason: 'All or none: meetingNumber, role' },
          { property: 'videoWebRtcMode', reason: 'Got 2, expected 0,1' },
        ],
      },
      '$schema: All or none: meetingNumber, role; videoWebRtcMode: Got 2, expected 0,1',
    ],
    [{ error: 'No role', message: 'No role' }, 'No role'],
  ])('is read from %j', async (body, text) => {
    expect(await reasons(body)).toBe(text);
  });

  it.each([
    [null],
    [42],
    ['No role'],
    [['No role']],
    [{}],
    [{ error: null, message: 42, errors: [null, 42, [['deep']], {}] }],
    [{ detail: 'of a database', stack: 'at x', errors: [{ value: 'secret', input: { password: 'x' } }] }],
  ])('is nothing in %j', async (body) => {
    expect(await reasons(body)).toBe('');
  });
});

describe('what an endpoint said has no secrets', () => {
  const JWT = `eyJhbGciOiJIUzI1NiJ9.${btoa('{"mn":1}').replace(/=+$/, '')}.c2lnbmF0dXJlLTEyMw`;
  it.each([
    ['12345678901'],
    ['123 4567 8901'],
    ['123-4567-8901'],
    ['123​456​789'],
    ['123<b>456</b>789'],
    ['１２３４５６７８９'],
    [JWT],
    [JWT.slice(0, 25)],
    ['SGVsbG8tMTIz/aGVsbG8='],
    ['0123abcd-ef01-2345-6789-abcdef012345'],
    ['abcdefghijklmnopqrstuvwxyzabcdef'],
  ])('%s is replaced', async (secret) => {
    expect(await reasons({ message: `Wrong: ${secret} given` })).toMatch(/^Wrong: [• /-]+ given$/);
    expect(await reasons({ errors: [{ property: secret, reason: secret }] })).toMatch(/^[• /-]+: [• /-]+$/);
  });

  it.each([
    ['https://us02web.zoom.us/j/12345678901?pwd=aBc', /aBc|1234/],
    ['Passcode: hunter is wrong', /hunter/],
    ['passcode "a1b2c3" is wrong', /a1b2/],
    ['{"password":"hunter"}', /hunter/],
    ['zak=abc', /abc/],
  ])('neither is there one in %s', async (message, secret) => {
    expect(await reasons({ message })).not.toMatch(secret);
  });

  it('but the names of fields, codes and small numbers stay', async () => {
    const message =
      'videoWebRtcMode: Got 2, expected 0,1; 1800 to 172800; isRequiredAllOrNone; password is missing';
    expect(await reasons({ message })).toBe(message);
  });

  it('is one short line without markup', async () => {
    const message = '<script src=x>alert(1)</script>\n a\t b </i ‮ c';
    expect(await reasons({ message })).toBe('alert(1) a b /i c');
    const long = await reasons({ message: 'word '.repeat(2_000) });
    expect(long).toHaveLength(200);
    expect(long.endsWith('…')).toBe(true);
  });

  it('leaves nothing for other scripts in what the browser remembers of regular expressions', async () => {
    await reasons({ message: 'Wrong: 12345678901' });
    expect(RegExp.lastMatch + RegExp.input).toBe('');
  });
});

describe('a body does not keep the failure waiting', () => {
  /** A body that sends this again and again, or once. */
  const streamed = (chunk: string | undefined, isEndless: boolean) => {
    const cancel = vi.fn();
    const bytes = new TextEncoder().encode(chunk);
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (chunk !== undefined && (isEndless || sent === 1)) controller.enqueue(bytes);
        return sent > 1 && !isEndless ? new Promise(() => {}) : undefined;
      },
      cancel,
    });
    return { response: new Response(body, { status: 400 }), cancel, sent: () => sent };
  };

  it('that is huge', async () => {
    const { response, cancel, sent } = streamed('{'.padEnd(4_000), true);
    expect(await readReasons(response)).toBe('');
    expect(cancel).toHaveBeenCalled();
    expect(sent()).toBeLessThan(10);
  });

  it.each([
    ['that never ends', '{"message":"No role"'],
    ['that never begins', undefined],
  ])('%s', async (_what, chunk) => {
    vi.useFakeTimers();
    const { response, cancel } = streamed(chunk, false);
    const refused = errorOf(response);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await refused).toMatchObject({
      code: 'signature-request-failed',
      hint: expect.stringMatching(/^Check address/),
    });
    expect(cancel).toHaveBeenCalled();
  });

  it.each([
    ['that is no JSON', new Response('<h1>No</h1>', { status: 400 })],
    ['that is empty', new Response(null, { status: 400 })],
    [
      'that breaks off',
      new Response(new ReadableStream({ start: (to) => to.error(new Error()) }), { status: 400 }),
    ],
    ['that is a test’s', { ok: false, status: 400, text: async () => 'no' }],
    ['that a test has forgotten', { ok: false, status: 400, text: () => Promise.reject(new Error()) }],
  ])('%s', async (_what, response) => {
    expect(await errorOf(response)).toMatchObject({
      code: 'signature-request-failed',
      hint: expect.stringMatching(/^Check address/),
    });
  });

  it('that the app has read', async () => {
    const response = refusal({ message: 'No role' });
    await response.text();
    expect((await errorOf(response)).hint).toMatch(/^Check address/);
  });

  it('and the fake one of a test is read, too', async () => {
    const fake = { ok: false, status: 400, text: async () => '{"message":"No role"}' };
    expect((await errorOf(fake)).hint).toContain('“No role”');
  });
});
