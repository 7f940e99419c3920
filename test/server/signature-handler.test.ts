import { decodeJwt, jwtVerify } from 'jose';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import {
  createSignatureHandler,
  type Grant,
  type SignatureAsk,
  type SignatureHandlerOptions,
  type SignatureReply,
} from '../../src/server/index.ts';
import type { JoinGrant } from '../../src/session/options.ts';
import { asAsked, CREDENTIALS, post, postStream, refusal } from './requests.ts';

const ASK = { meeting: '123 4567 8901', role: 0, reason: 'join' };
const create = (options: Partial<SignatureHandlerOptions> = {}) =>
  createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, ...options });
/** What untyped code may return. */
const granting = (grant: unknown, options: Partial<SignatureHandlerOptions> = {}) =>
  create({ authorize: () => grant as Grant, ...options });
const granted = async (response: Response): Promise<SignatureReply> => {
  expect(response.status).toBe(200);
  return (await response.json()) as SignatureReply;
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a granted request', () => {
  it('gets a signature for the meeting that authorize named', async () => {
    const { signature, ...rest } = await granted(await create()(post(ASK)));
    expect(rest).toEqual({ meetingNumber: '12345678901' });
    const key = bytes(CREDENTIALS.sdkSecret);
    const { payload } = await jwtVerify(signature, key, { algorithms: ['HS256'] });
    expect(payload).toMatchObject({ appKey: CREDENTIALS.sdkKey, mn: '12345678901', role: 0 });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(1_800);
  });

  it('gets everything that was granted, and nothing else that authorize returned', async () => {
    const grant = {
      meetingNumber: '987 654 3210',
      password: 'pass',
      userName: 'Ada',
      userEmail: 'ada@example.com',
      customerKey: 'user-7',
      tk: 'tk',
      zak: 'zak',
      recordingToken: 'recording',
    };
    const response = await granting({ ...grant, role: 1, expiresIn: 7_200, passwordHash: 'x' })(post(ASK));
    const { signature, ...rest } = await granted(response);
    expect(rest).toEqual({ ...grant, meetingNumber: '9876543210' });
    const { mn, role, iat, exp } = decodeJwt(signature);
    expect({ mn, role, life: Number(exp) - Number(iat) }).toEqual({ mn: '9876543210', role: 1, life: 7_200 });
  });

  it('may come from a row of a database, where absent is null', async () => {
    const row = {
      meetingNumber: 9876543210,
      password: null,
      role: null,
      zak: null,
      obfToken: 'o',
      expiresIn: null,
    };
    const { signature, ...rest } = await granted(await granting(row)(post(ASK)));
    expect(rest).toEqual({ meetingNumber: '9876543210', obfToken: 'o' });
    expect(decodeJwt(signature)).toMatchObject({ mn: '9876543210', role: 0 });
  });

  it('is never kept by a cache, nor read as anything but JSON', async () => {
    const { headers } = await create()(post(ASK));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('lives and shows video as the options say', async () => {
    const handler = create({ expiresIn: 172_800, videoWebRtcMode: 1 });
    const { iat, exp, ...rest } = decodeJwt((await granted(await handler(post(ASK)))).signature);
    expect(Number(exp) - Number(iat)).toBe(172_800);
    expect(rest).toMatchObject({ video_webrtc_mode: 1 });
  });

  it('is a JoinGrant for the browser', () => {
    expectTypeOf<SignatureReply>().toExtend<JoinGrant>();
    expectTypeOf<keyof SignatureReply>().toEqualTypeOf<keyof JoinGrant>();
  });
});

describe('the meeting number', () => {
  it.each([{}, { meetingNumber: null }, { password: 'p', role: 1 }])(
    'is never the page’s alone: authorize must name it, and %j does not',
    async (grant) => {
      const onError = vi.fn();
      const response = await granting(grant, { onError })(post(ASK));
      expect(await refusal(response)).toEqual({ status: 500, code: 'misconfigured' });
      expect(String(onError.mock.calls[0]?.[0])).toContain('must return the `meetingNumber`');
    },
  );

  it('is the one that authorize named, whatever was asked for', async () => {
    const { signature, meetingNumber } = await granted(
      await granting({ meetingNumber: '9876543210' })(post(ASK)),
    );
    expect([meetingNumber, decodeJwt(signature)['mn']]).toEqual(['9876543210', '9876543210']);
  });
});

describe('the role', () => {
  it.each([
    [1, undefined, 0],
    [1, 0, 0],
    [1, 1, 1],
    [0, 1, 1],
  ])('asked for as %s and granted as %s is %s', async (asked, role, signed) => {
    const { signature } = await granted(
      await granting({ meetingNumber: '12345678901', role })(post({ ...ASK, role: asked })),
    );
    expect(decodeJwt(signature)).toMatchObject({ role: signed });
  });
});

describe('what authorize is told', () => {
  const askOf = async (body: unknown): Promise<SignatureAsk | undefined> => {
    const authorize = vi.fn((_request: Request, _ask: SignatureAsk) => null);
    await create({ authorize })(post(body));
    return authorize.mock.calls[0]?.[1];
  };
  const number = { meeting: '12345678901', meetingNumber: '12345678901', role: 0, reason: 'join' };

  it.each([
    [{ meeting: '123 4567 8901' }, number],
    [{ meeting: 12345678901 }, number],
    [{ meeting: 'https://zoom.us/j/12345678901?pwd=hidden' }, number],
    [{ meeting: '12345678901', meetingNumber: '123-4567-8901' }, number],
    [
      { meeting: ' standup ', role: 1, reason: 'expired' },
      { meeting: 'standup', role: 1, reason: 'expired' },
    ],
    [
      { meeting: 'standup', password: 'x', attempt: 2, signal: {}, __proto__: { a: 1 } },
      { meeting: 'standup', role: 0, reason: 'join' },
    ],
  ])('%j', async (body, ask) => {
    expect(await askOf(body)).toEqual(ask);
  });

  it('is the request itself, for its cookies', async () => {
    const authorize = vi.fn((request: Request, ask: SignatureAsk) =>
      request.headers.get('cookie') === 'id=7' ? asAsked(request, ask) : null,
    );
    const headers = { 'content-type': 'application/json', cookie: 'id=7' };
    expect((await create({ authorize })(post(ASK, { headers }))).status).toBe(200);
    expect((await create({ authorize })(post(ASK))).status).toBe(403);
  });
});

describe('a name of the app’s own', () => {
  it('is translated by authorize', async () => {
    const authorize = (_request: Request, { meeting }: SignatureAsk) =>
      meeting === 'standup' && { meetingNumber: '9876543210', password: 'p' };
    const { signature, ...rest } = await granted(await create({ authorize })(post({ meeting: 'standup' })));
    expect(rest).toEqual({ meetingNumber: '9876543210', password: 'p' });
    expect(decodeJwt(signature)).toMatchObject({ mn: '9876543210' });
  });

  it('without a translation tells the developer, and the browser nothing', async () => {
    const onError = vi.fn();
    const response = await create({ onError })(post({ meeting: 'standup' }));
    expect(await refusal(response)).toEqual({ status: 500, code: 'misconfigured' });
    expect(String(onError.mock.calls[0]?.[0])).toContain('`meetingNumber` must have 9 to 11 digits');
  });

  it.each([
    ['standup', '99999999999'],
    ['standup', 'standup'],
    ['12345678901', '99999999999'],
  ])('cannot smuggle in the number of another meeting: %s with %s', async (meeting, meetingNumber) => {
    const authorize = vi.fn(asAsked);
    const response = await create({ authorize })(post({ meeting, meetingNumber }));
    expect(await refusal(response)).toEqual({ status: 400, code: 'invalid-meeting' });
    expect(authorize).not.toHaveBeenCalled();
  });
});

describe('a refused request', () => {
  it.each([null, undefined, false])('gets 403 when authorize returns %s', async (grant) => {
    expect(await refusal(await granting(grant)(post(ASK)))).toEqual({ status: 403, code: 'forbidden' });
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('gets 405 for %s', async (method) => {
    const response = await create()(new Request('https://app.example/', { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'text/json', ''])(
    'gets 415 for the content type %j',
    async (type) => {
      const response = await create()(post(ASK, { headers: { 'content-type': type } }));
      expect(await refusal(response)).toEqual({ status: 415, code: 'unsupported-media-type' });
    },
  );

  it.each(['application/json', 'Application/JSON; charset=utf-8'])('is let through with %s', async (type) => {
    expect((await create()(post(ASK, { headers: { 'content-type': type } }))).status).toBe(200);
  });

  it.each(['', '{', 'null x', '\u0000'])('gets 400 for a body that is no JSON: %j', async (body) => {
    expect(await refusal(await create()(post(body)))).toEqual({ status: 400, code: 'invalid-json' });
  });

  it('gets 400 for a body that is not UTF-8', async () => {
    const body = new Uint8Array([...bytes('{"meeting":"'), 0xff, ...bytes('"}')]);
    expect(await refusal(await create()(post('', { body })))).toEqual({ status: 400, code: 'invalid-json' });
  });

  it.each([
    'null',
    '[]',
    '"12345678901"',
    '{}',
    '{"meeting":null}',
    '{"meeting":{"meetingNumber":"12345678901"}}',
    '{"meeting":"12345678901","role":2}',
    '{"meeting":"12345678901","role":"1"}',
    '{"meeting":"12345678901","reason":"other"}',
    '{"meeting":"12345678901","meetingNumber":{}}',
    JSON.stringify({ meeting: 'x'.repeat(1_001) }),
  ])('gets 400 for a body of another shape: %s', async (body) => {
    expect(await refusal(await create()(post(body)))).toEqual({ status: 400, code: 'invalid-request' });
  });

  it.each(['', '1234', 'https://zoom.us/my/ada', -12345678901, 1.5])(
    'gets 400 for the meeting %j',
    async (meeting) => {
      expect(await refusal(await create()(post({ meeting })))).toEqual({
        status: 400,
        code: 'invalid-meeting',
      });
    },
  );
});

describe('the body limit', () => {
  it('lets through a body as large as it, counted in bytes', async () => {
    const ask = JSON.stringify({ ...ASK, note: 'ü'.repeat(1_000) });
    const text = ask.padEnd(4_096 - 1_000);
    expect(bytes(text).byteLength).toBe(4_096);
    expect((await create()(post(text))).status).toBe(200);
    expect((await create()(post(`${text} `))).status).toBe(413);
    expect((await create({ bodyLimit: 4_097 })(post(`${text} `))).status).toBe(200);
  });

  it.each([{}, { 'content-length': '10' }, { 'content-length': 'nonsense' }])(
    'stops reading a stream without end, told %j',
    async (headers) => {
      let pulled = 0;
      const cancelled = vi.fn(() => new Promise<void>(() => {}));
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1_024).fill(0x20));
        },
        cancel: cancelled,
      });
      const response = await create()(postStream(endless, headers));
      expect(await refusal(response)).toEqual({ status: 413, code: 'body-too-large' });
      expect(cancelled).toHaveBeenCalledOnce();
      expect(pulled).toBeLessThan(10);
    },
  );

  it('does not read what says itself that it is too large', async () => {
    const pull = vi.fn();
    const stream = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    const response = await create()(postStream(stream, { 'content-length': '4097' }));
    expect(response.status).toBe(413);
    expect(pull).not.toHaveBeenCalled();
  });

  it('reads a character that is cut in two by the network', async () => {
    const text = bytes(JSON.stringify({ meeting: 'Grüße' }));
    const cut = text.indexOf(0xc3) + 1;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(text.slice(0, cut));
        controller.enqueue(text.slice(cut));
        controller.close();
      },
    });
    const authorize = vi.fn((_request: Request, _ask: SignatureAsk) => null);
    await create({ authorize })(postStream(stream));
    expect(authorize.mock.calls[0]?.[1].meeting).toBe('Grüße');
  });

  it('refuses a body that breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('aborted')),
    });
    expect(await refusal(await create()(postStream(broken)))).toEqual({ status: 400, code: 'invalid-json' });
  });
});

describe('a mistake on the server’s side', () => {
  it.each([
    ['throws', () => Promise.reject(new Error(`database at ${CREDENTIALS.sdkSecret}`))],
    [
      'throws at once',
      () => {
        throw new Error(`database at ${CREDENTIALS.sdkSecret}`);
      },
    ],
  ])('is told to onError, and to the browser not at all, when authorize %s', async (_how, authorize) => {
    const onError = vi.fn();
    const response = await create({ authorize, onError })(post(ASK));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'internal-error' } });
    expect(text).not.toContain('database');
    expect(onError).toHaveBeenCalledOnce();
    expect(String(onError.mock.calls[0]?.[0])).toContain('database');
  });

  it('reads the same in the browser, whatever authorize threw', async () => {
    const texts = new Set<string>();
    for (const thrown of [
      new Error('short'),
      new RangeError('x'.repeat(500)),
      'a string',
      undefined,
      null,
      {},
    ]) {
      const response = await create({ authorize: () => Promise.reject(thrown) })(post(ASK));
      expect(response.status).toBe(500);
      expect(response.headers.get('cache-control')).toBe('no-store');
      texts.add(await response.text());
    }
    expect([...texts]).toEqual([
      JSON.stringify({ error: { code: 'internal-error', message: 'Something went wrong on the server.' } }),
    ]);
  });

  it('reads the same in the browser, whatever is wrong with the grant', async () => {
    const texts = new Set<string>();
    const name = { meeting: 'standup' };
    for (const grant of [{}, { meetingNumber: '1234' }, { password: 7 }, { expiresIn: 1 }, 'text']) {
      const response = await granting(grant)(post(name));
      expect(response.status).toBe(500);
      texts.add(await response.text());
    }
    expect([...texts]).toEqual([
      JSON.stringify({
        error: {
          code: 'misconfigured',
          message: 'The endpoint is set up wrong. Its onError tells why.',
        },
      }),
    ]);
  });

  it.each([
    [{ meetingNumber: '1234567' }, '`meetingNumber`'],
    [{ meetingNumber: 'https://zoom.us/j/12345678901' }, '`meetingNumber`'],
    [{ meetingNumber: {} }, 'meetingNumber'],
    [{ password: 777777777 }, 'password'],
    [{ role: 2 }, 'role'],
    [{ role: 'host' }, 'role'],
    [{ expiresIn: 60 }, '`expiresIn`'],
    [{ zak: 'zzzzzzzzz', obfToken: 'ooooooooo' }, '`zak` and `obfToken`'],
    [true, 'the grant itself'],
    ['a string', 'the grant itself'],
  ])('in a grant is named to onError, without its values: %j', async (grant, word) => {
    const onError = vi.fn();
    const whole = typeof grant === 'object' ? { meetingNumber: '12345678901', ...grant } : grant;
    const response = await granting(whole, { onError })(post(ASK));
    expect(await refusal(response)).toEqual({ status: 500, code: 'misconfigured' });
    const told = String(onError.mock.calls[0]?.[0]);
    expect(told).toContain(word);
    for (const secret of ['777777777', 'zzzzzzzzz', 'ooooooooo', 'a string', CREDENTIALS.sdkSecret]) {
      expect(told).not.toContain(secret);
    }
  });

  it('is named when the body has been read before', async () => {
    const onError = vi.fn();
    const request = post(ASK);
    await request.text();
    expect(await refusal(await create({ onError })(request))).toEqual({ status: 500, code: 'misconfigured' });
    expect(String(onError.mock.calls[0]?.[0])).toContain('request.clone()');
  });

  it.each([
    () => Promise.reject(new Error('log full')),
    () => {
      throw new Error('log full');
    },
    undefined,
  ])('is answered even when the log fails', async (onError) => {
    const authorize = () => Promise.reject(new Error('down'));
    expect((await create({ authorize, onError })(post(ASK))).status).toBe(500);
  });
});

describe('createSignatureHandler', () => {
  it.each([
    [{ authorize: undefined }, TypeError, 'authorize'],
    [{ sdkKey: undefined }, TypeError, 'sdkKey'],
    [{ sdkSecret: '' }, TypeError, 'sdkSecret'],
    [{ sdkSecret: 'top-secret\n' }, TypeError, 'sdkSecret'],
    [{ expiresIn: 60 }, RangeError, 'expiresIn'],
    [{ bodyLimit: 0 }, RangeError, 'bodyLimit'],
    [{ bodyLimit: 1.5 }, RangeError, 'bodyLimit'],
    [{ allowedOrigins: [undefined] }, TypeError, 'allowedOrigins'],
  ])('throws at once for %j', (wrong, kind, field) => {
    const options = { ...CREDENTIALS, authorize: asAsked, ...wrong } as unknown as SignatureHandlerOptions;
    let thrown: unknown;
    try {
      createSignatureHandler(options);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(kind);
    expect(String(thrown)).toMatch(/^\w+: createSignatureHandler: /);
    expect(String(thrown)).toContain(`\`${field}\``);
    expect(String(thrown)).not.toContain('top-secret');
  });
});
