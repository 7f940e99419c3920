import { describe, expect, it, vi } from 'vitest';
import { createSignatureHandler, type SignatureHandlerOptions } from '../../../src/server/index.ts';
import { asAsked, CREDENTIALS, post, refusal } from '../requests.ts';

const APP = 'https://app.example';
const OTHER = 'https://other.example';
const FORBIDDEN = { status: 403, code: 'forbidden-origin' };
const create = (options: Partial<SignatureHandlerOptions> = {}) =>
  createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, ...options });
/** A browser's request to https://app.example/api/zoom, with these additional headers. */
const ask = (headers: Record<string, string>) =>
  post({ meeting: '12345678901' }, { headers: { 'content-type': 'application/json', ...headers } });
const preflight = (headers: Record<string, string>) =>
  new Request(`${APP}/api/zoom`, {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'POST', ...headers },
  });
const cors = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('a page', () => {
  it.each([
    ['of the endpoint’s own origin', { origin: APP }],
    ['whose browser says so', { origin: APP, 'sec-fetch-site': 'same-origin' }],
    [
      'behind a proxy that ends TLS and renames the host',
      { origin: 'https://public.example', 'sec-fetch-site': 'same-origin' },
    ],
    [
      'behind a proxy that keeps the Host header',
      { origin: 'https://public.example', host: 'public.example' },
    ],
    ['on a port of its own', { origin: 'http://localhost:3000', host: 'LOCALHOST:3000' }],
  ])('%s gets its signature, without CORS headers', async (_whose, headers) => {
    const response = await create()(ask(headers));
    expect(response.status).toBe(200);
    expect(cors(response)).toEqual([]);
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it.each([
    ['another site', { origin: OTHER }],
    ['another site, and the browser says so', { origin: OTHER, 'sec-fetch-site': 'cross-site' }],
    ['another site that has our Host header', { origin: OTHER, host: 'app.example' }],
    ['a subdomain', { origin: 'https://evil.app.example', 'sec-fetch-site': 'same-site' }],
    ['a name that begins like ours', { origin: `${APP}.evil.example` }],
    ['a name that ends like ours', { origin: 'https://evil-app.example' }],
    ['another port', { origin: `${APP}:8443` }],
    ['plain http, of a host with https', { origin: 'http://app.example', 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a sandboxed frame of ours', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a browser extension', { origin: 'chrome-extension://abc', 'sec-fetch-site': 'none' }],
    ['two origins at once', { origin: `${APP}, ${OTHER}` }],
    ['somewhere that hides it', { 'sec-fetch-site': 'cross-site' }],
  ])('of %s gets 403, no CORS headers, and nobody is asked', async (_whose, headers) => {
    const authorize = vi.fn(asAsked);
    const response = await create({ authorize })(ask(headers));
    expect(cors(response)).toEqual([]);
    expect(response.headers.get('vary')).toBe('Origin');
    expect(await refusal(response)).toEqual(FORBIDDEN);
    expect(authorize).not.toHaveBeenCalled();
  });

  it('that may not ask cannot even ask whether it may', async () => {
    for (const handler of [create(), create({ allowedOrigins: [APP], allowCredentials: true })]) {
      const response = await handler(preflight({ origin: OTHER }));
      expect(cors(response)).toEqual([]);
      expect(await refusal(response)).toEqual(FORBIDDEN);
    }
  });
});

describe('what is no browser', () => {
  it('sends no Origin, and is left to authorize', async () => {
    expect((await create()(ask({}))).status).toBe(200);
    expect((await create({ allowedOrigins: [OTHER] })(ask({}))).status).toBe(200);
    expect((await create({ allowedOrigins: [] })(ask({}))).status).toBe(200);
  });
});

describe('allowedOrigins', () => {
  it.each([
    OTHER,
    'http://localhost:5173',
    'capacitor://localhost',
    'https://[::1]:8443',
    'chrome-extension://abc',
  ])('lets a page of %s ask, and read its answer', async (origin) => {
    const response = await create({ allowedOrigins: ['https://third.example', origin] })(
      ask({ origin, 'sec-fetch-site': 'cross-site' }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it.each([APP, 'null', `${OTHER}.evil.example`, 'https://OTHER.example', `${OTHER}:8443`, '*'])(
    'is exact: %s is not on a list without it',
    async (origin) => {
      const handler = create({ allowedOrigins: [OTHER] });
      const response = await handler(ask({ origin, 'sec-fetch-site': 'same-origin' }));
      expect(cors(response)).toEqual([]);
      expect(await refusal(response)).toEqual(FORBIDDEN);
    },
  );

  it('lets the page read a refusal, and how long to wait', async () => {
    const handler = create({ allowedOrigins: [OTHER], rateLimit: () => 7 });
    const response = await handler(ask({ origin: OTHER }));
    expect(response.status).toBe(429);
    expect(response.headers.get('access-control-allow-origin')).toBe(OTHER);
    expect(response.headers.get('access-control-expose-headers')).toBe('retry-after');
  });

  it.each([
    '*',
    'null',
    '',
    'other.example',
    `${OTHER}/`,
    `${OTHER}/path`,
    'https://Other.example',
    `${OTHER}:443`,
    'https://*.example',
    'https://user@other.example',
    'https://',
    'app://*',
    undefined,
    7,
  ])('takes nothing that no browser sends, and no wildcard: %j', (origin) => {
    expect(() => create({ allowedOrigins: [APP, origin as string] })).toThrow(
      /`allowedOrigins` must be exact/,
    );
  });
});

describe('a preflight', () => {
  const handler = create({ allowedOrigins: [OTHER] });

  it('of an allowed origin is answered', async () => {
    const authorize = vi.fn(asAsked);
    const onAudit = vi.fn();
    const requested = 'authorization,content-type,x-csrf-token';
    const response = await create({ allowedOrigins: [OTHER], authorize, onAudit })(
      preflight({ origin: OTHER, 'access-control-request-headers': requested }),
    );
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-origin': OTHER,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': requested,
      'access-control-expose-headers': 'retry-after',
      'access-control-max-age': '600',
      vary: 'Access-Control-Request-Headers, Origin',
    });
    expect(authorize).not.toHaveBeenCalled();
    expect(onAudit).not.toHaveBeenCalled();
  });

  it('allows cookies only when told to', async () => {
    const allowing = create({ allowedOrigins: [OTHER], allowCredentials: true });
    for (const response of [
      await allowing(preflight({ origin: OTHER })),
      await allowing(ask({ origin: OTHER })),
    ]) {
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
      expect(response.headers.get('access-control-allow-origin')).toBe(OTHER);
    }
    const response = await handler(preflight({ origin: OTHER }));
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('is not what every OPTIONS is', async () => {
    const plain = new Request(APP, { method: 'OPTIONS', headers: { origin: OTHER } });
    expect(await refusal(await handler(plain))).toEqual({ status: 405, code: 'method-not-allowed' });
    expect(await refusal(await create()(preflight({ origin: APP })))).toEqual({
      status: 405,
      code: 'method-not-allowed',
    });
  });
});
