import { decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import {
  createSignatureHandler,
  type Grant,
  type SignatureAsk,
  type SignatureHandlerOptions,
  type SignatureReply,
} from '../../src/server/index.ts';
import type { JoinGrant } from '../../src/session/api/options.ts';
import { asAsked, CREDENTIALS, post, refusal } from './requests.ts';

const ASK = { meeting: '12345678901', meetingNumber: '12345678901', role: 0, reason: 'join' };
const create = (options: Partial<SignatureHandlerOptions> = {}) =>
  createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, ...options });
/** A handler that grants anything that untyped code may return. */
const granting = (grant: unknown, options: Partial<SignatureHandlerOptions> = {}) =>
  create({ authorize: () => grant as Grant, ...options });
const granted = async (response: Response): Promise<SignatureReply> => {
  expect(response.status).toBe(200);
  return (await response.json()) as SignatureReply;
};

describe('a granted request', () => {
  it('gets a signature for the meeting that authorize named', async () => {
    const { signature, ...rest } = await granted(await create()(post(ASK)));
    expect(rest).toEqual({ meetingNumber: '12345678901' });
    const key = new TextEncoder().encode(CREDENTIALS.sdkSecret);
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
    const response = await granting({ ...grant, role: 'host', expiresIn: 7_200, passwordHash: 'x' })(
      post(ASK),
    );
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

  it('lives as long as the options say', async () => {
    const { iat, exp } = decodeJwt(
      (await granted(await create({ expiresIn: 172_800 })(post(ASK)))).signature,
    );
    expect(Number(exp) - Number(iat)).toBe(172_800);
  });

  it.each([
    ['WebRTC, when nobody says anything', undefined, undefined, 1],
    ['what the page asks for', undefined, 0, 0],
    ['what the option says, whatever the page asks for', 0, 1, 0],
    ['what the option says, whatever the page asks for', 1, 0, 1],
  ] as const)('has the video mode: %s', async (_which, videoWebRtcMode, asked, signed) => {
    const response = await create({ videoWebRtcMode })(post({ ...ASK, videoWebRtcMode: asked }));
    expect(decodeJwt((await granted(response)).signature)).toMatchObject({ video_webrtc_mode: signed });
  });

  it('is a JoinGrant for the browser', () => {
    expectTypeOf<SignatureReply>().toExtend<JoinGrant>();
    expectTypeOf<keyof SignatureReply>().toEqualTypeOf<keyof JoinGrant>();
  });
});

describe('the meeting number', () => {
  it.each([{}, { meetingNumber: null }, { password: 'p', role: 'host' }])(
    'is never the page’s alone: authorize must name it, and %j does not',
    async (grant) => {
      const onError = vi.fn();
      const response = await granting(grant, { onError })(post(ASK));
      expect(await refusal(response)).toEqual({ status: 500, code: 'misconfigured' });
      expect(String(onError.mock.calls[0]?.[0])).toContain('`meetingNumber` is missing');
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
    [1, null, 0],
    [1, 'participant', 0],
    [1, 'host', 1],
    [0, 'host', 1],
  ])('asked for as %s and granted as %s is %s', async (asked, role, signed) => {
    const { signature } = await granted(
      await granting({ meetingNumber: '12345678901', role })(post({ ...ASK, role: asked })),
    );
    expect(decodeJwt(signature)).toMatchObject({ role: signed });
  });
});

describe('what authorize is told', () => {
  it('is the request itself, for its cookies', async () => {
    const authorize = vi.fn((request: Request, ask: SignatureAsk) =>
      request.headers.get('cookie') === 'id=7' ? asAsked(request, ask) : null,
    );
    const headers = { 'content-type': 'application/json', cookie: 'id=7' };
    expect((await create({ authorize })(post(ASK, { headers }))).status).toBe(200);
    expect((await create({ authorize })(post(ASK))).status).toBe(403);
  });

  it('is a role that a grant takes', async () => {
    const authorize = (request: Request, ask: SignatureAsk): Grant => ({
      ...asAsked(request, ask),
      role: ask.role,
    });
    const { signature } = await granted(await create({ authorize })(post({ ...ASK, role: 1 })));
    expect(decodeJwt(signature)).toMatchObject({ role: 1 });
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
});

describe('a refused request', () => {
  it.each([null, undefined, false])('gets 403 when authorize returns %s', async (grant) => {
    expect(await refusal(await granting(grant)(post(ASK)))).toEqual({ status: 403, code: 'forbidden' });
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
      'grant-as-text',
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
    [{ meetingNumber: {} }, '`meetingNumber` must be a string or a number.'],
    [{ password: 777777777 }, '`password` must be a string.'],
    [{ role: 1 }, "`role` must be 'host' or 'participant'."],
    [{ role: 0 }, "`role` must be 'host' or 'participant'."],
    [{ role: 'admin-admin' }, "`role` must be 'host' or 'participant'."],
    [{ role: 1, zak: 7 }, "`role` must be 'host' or 'participant', `zak` must be a string."],
    [{ expiresIn: 60 }, '`expiresIn` must be whole seconds'],
    [{ expiresIn: '1800' }, '`expiresIn` must be a number.'],
    [{ forbidden: 'yes' }, '`forbidden` must be true or false.'],
    [{ zak: 'zzzzzzzzz', obfToken: 'ooooooooo' }, '`zak` and `obfToken`'],
    [true, 'the grant must be an object.'],
    ['grant-as-text', 'the grant must be an object.'],
  ])('in a grant is named to onError, without its values: %j', async (grant, word) => {
    const onError = vi.fn();
    const whole = typeof grant === 'object' ? { meetingNumber: '12345678901', ...grant } : grant;
    const response = await granting(whole, { onError })(post(ASK));
    expect(await refusal(response)).toEqual({ status: 500, code: 'misconfigured' });
    const told = String(onError.mock.calls[0]?.[0]);
    expect(told).toMatch(/^(Type|Range)Error: createSignatureHandler: `authorize` returned a wrong grant: /);
    expect(told).toContain(word);
    for (const secret of [
      '777777777',
      'admin-admin',
      'zzzzzzzzz',
      'ooooooooo',
      'grant-as-text',
      CREDENTIALS.sdkSecret,
    ]) {
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
    [{ expiresIn: 60 }, RangeError, 'expiresIn'],
    [{ videoWebRtcMode: 2 }, RangeError, 'videoWebRtcMode'],
    [{ bodyLimit: 0 }, RangeError, 'bodyLimit'],
    [{ bodyLimit: 1.5 }, RangeError, 'bodyLimit'],
    [{ allowedOrigins: [undefined] }, TypeError, 'allowedOrigins'],
    [{ timeouts: { body: 0 } }, RangeError, 'timeouts.body'],
    [{ timeouts: { authorize: 1.5 } }, RangeError, 'timeouts.authorize'],
    [{ timeouts: { onError: 2 ** 31 } }, RangeError, 'timeouts.onError'],
    [{ timeouts: { rateLimit: '1000' } }, RangeError, 'timeouts.rateLimit'],
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

describe('without a key or a secret, as while an app is built', () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  beforeEach(() => {
    report.mockClear();
    vi.resetModules();
  });
  afterAll(() => report.mockRestore());

  it.each([
    [{ sdkKey: undefined }, 'sdkKey', 'ZOOM_SDK_KEY'],
    [{ sdkSecret: '' }, 'sdkSecret', 'ZOOM_SDK_SECRET'],
    [{ sdkSecret: 'top-secret\n' }, 'sdkSecret', 'ZOOM_SDK_SECRET'],
  ])(
    'nothing is thrown: the console says it once, and each request gets a 500 (%j)',
    async (wrong, field, name) => {
      // A new process, in which nothing has been said yet.
      const { createSignatureHandler } = await import('../../src/server/index.ts');
      const onError = vi.fn();
      const onAudit = vi.fn();
      const authorize = vi.fn(asAsked);
      const options = { ...CREDENTIALS, authorize, onError, onAudit, ...wrong } as SignatureHandlerOptions;
      const handler = createSignatureHandler(options);
      // Some hosts create a handler for each request.
      createSignatureHandler(options);
      expect(report).toHaveBeenCalledOnce();
      expect(String(report.mock.calls[0])).toContain(`createSignatureHandler: \`${field}\``);
      expect(String(report.mock.calls[0])).toContain(name);

      for (const response of [await handler(post(ASK)), await handler(post(ASK))]) {
        expect(await refusal(response)).toEqual({ status: 500, code: 'missing-credentials' });
      }
      expect(onError).toHaveBeenCalledTimes(2);
      expect(String(onError.mock.calls[0])).toContain(field);
      expect(onAudit.mock.calls.map(([{ outcome }]) => outcome)).toEqual([
        'missing-credentials',
        'missing-credentials',
      ]);
      expect(authorize).not.toHaveBeenCalled();
      expect(String([report.mock.calls, onError.mock.calls])).not.toMatch(/top-secret|sEcReT/);
    },
  );

  it('says nothing when both are there', () => {
    create();
    expect(report).not.toHaveBeenCalled();
  });
});
