import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { digitsOf, isMeetingNumber } from '../../src/meeting-reference/digits.ts';
import { parseMeetingReference } from '../../src/meeting-reference/meeting-reference.ts';
import { createSignatureHandler, type SignatureAsk } from '../../src/server/index.ts';
import { asAsked, CREDENTIALS, type ErrorBody, post } from './requests.ts';

// Each test checks hundreds of cases. On a busy machine, that takes longer than the usual 5 s.
vi.setConfig({ testTimeout: 60_000 });

const BODY_KEYS = ['error'];
const ERROR_KEYS = ['code', 'message'];

/** Expects a well-formed refusal that repeats neither our secrets nor any longer piece of what was sent. */
async function expectRefusal(response: Response, sent: string): Promise<void> {
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-type')).toContain('application/json');
  const text = await response.text();
  const body = JSON.parse(text) as ErrorBody;
  expect(Object.keys(body)).toEqual(BODY_KEYS);
  expect(Object.keys(body.error)).toEqual(ERROR_KEYS);
  expect(body.error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(text).not.toContain('eyJ');
  expect(text).not.toContain(CREDENTIALS.sdkSecret);
  expect(text).not.toContain(CREDENTIALS.sdkKey);
  if (sent.length >= 12) expect(text).not.toContain(sent);
}

/** Mostly POST, which gets further into the handler. */
const methods = fc.oneof(
  { weight: 9, arbitrary: fc.constant('POST') },
  fc.constantFrom('PUT', 'DELETE', 'PATCH', 'QUERY', 'OPTIONS', 'post'),
);
const LISTED = ['https://other.example', 'capacitor://localhost'];
/** What a browser or somebody else may send as the origin. */
const origins = fc.oneof(
  fc.constantFrom(...LISTED),
  fc.constantFrom(...LISTED).map((origin) => origin.toUpperCase()),
  fc
    .tuple(fc.constantFrom(...LISTED), fc.constantFrom('/', ':443', '.evil', ', null', '#'))
    .map((p) => p.join('')),
  fc.constantFrom('null', '*', '', 'https://app.example', 'http://app.example', 'https://'),
  fc.webUrl(),
  fc.stringMatching(/^[\x21-\xff]{0,40}$/),
);
const sites = fc.constantFrom('same-origin', 'same-site', 'cross-site', 'none', 'nonsense');
const hosts = fc.oneof(fc.constantFrom('app.example', 'other.example', '', ':'), fc.domain());
/** Headers that say where a request comes from. Each may be missing. */
const whence = fc.record(
  {
    origin: origins,
    'sec-fetch-site': sites,
    host: hosts,
    'access-control-request-method': fc.constantFrom('POST', 'PUT', '*'),
    'access-control-request-headers': fc.stringMatching(/^[\x21-\x7e]{0,40}$/),
  },
  { requiredKeys: [] },
);
const types = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('application/json', 'application/json;charset=latin1') },
  fc.constantFrom('text/plain', ''),
  fc.stringMatching(/^[\x21-\x7e]{0,40}$/),
);

it('refuses 200 requests of any kind when nobody is let in', async () => {
  const authorize = vi.fn(() => null);
  const onError = vi.fn();
  const closed = createSignatureHandler({ ...CREDENTIALS, authorize, onError });
  const open = createSignatureHandler({ ...CREDENTIALS, authorize, onError, allowedOrigins: LISTED });
  const asks = fc.record(
    {
      meeting: fc.oneof(
        fc.stringMatching(/^\d{9,11}$/),
        fc.string(),
        fc.webUrl(),
        fc.integer(),
        fc.jsonValue(),
      ),
      meetingNumber: fc.oneof(fc.string(), fc.integer(), fc.jsonValue()),
      role: fc.oneof(fc.constantFrom(0, 1), fc.jsonValue()),
      videoWebRtcMode: fc.oneof(fc.constantFrom(0, 1), fc.jsonValue()),
      reason: fc.oneof(fc.constantFrom('join', 'retry', 'expired'), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  const bodies = fc.oneof(
    fc.string({ minLength: 1 }).map((meeting) => JSON.stringify({ meeting, role: 1 })),
    asks.map((ask) => JSON.stringify(ask)),
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 100 }),
    fc.string({ minLength: 1, maxLength: 9 }).map((text) => text.repeat(4_097)),
  );
  await fc.assert(
    fc.asyncProperty(methods, types, bodies, whence, async (method, type, body, from) => {
      const headers = { ...from, 'content-type': type };
      for (const handler of [closed, open]) {
        const request = post('', { method, headers, body: body as BodyInit });
        const response = await handler(request);
        // Only a preflight gets an answer that is no refusal, and its response is empty.
        if (response.status === 204)
          expect([method, LISTED]).toEqual(['OPTIONS', expect.arrayContaining([from.origin])]);
        else await expectRefusal(response, String(body));
      }
    }),
    { numRuns: 200 },
  );
  expect(onError).not.toHaveBeenCalled();
  // Otherwise, all of the requests were refused before they got that far.
  expect(authorize).toHaveBeenCalled();
});

it('refuses 200 requests that are almost right, even when everybody is let in', async () => {
  const authorize = vi.fn(() => ({ meetingNumber: '12345678901', role: 'host' as const }));
  const handler = createSignatureHandler({ ...CREDENTIALS, authorize });
  const good = {
    meeting: '12345678901',
    meetingNumber: '12345678901',
    role: 0,
    videoWebRtcMode: 1,
    reason: 'join',
    attempt: 1,
  };
  const not =
    (...allowed: unknown[]) =>
    (value: unknown) =>
      !allowed.includes(value);
  const changes = fc.oneof(
    fc.record({ meeting: fc.jsonValue().filter((value) => typeof value !== 'string') }),
    fc.record({
      meeting: fc.constantFrom('', ' ', '1', '123456789012', 'https://zoom.us/my/me', 'other', '12345678902'),
    }),
    fc.record({ meetingNumber: fc.jsonValue().filter(not('12345678901', 12345678901)) }),
    fc.record({ role: fc.jsonValue().filter(not(0, 1)) }),
    fc.record({ videoWebRtcMode: fc.jsonValue().filter(not(0, 1)) }),
    fc.record({ reason: fc.jsonValue().filter(not('join', 'retry', 'expired')) }),
  );
  await fc.assert(
    fc.asyncProperty(changes, async (change) => {
      const sent = JSON.stringify({ ...good, ...change });
      await expectRefusal(await handler(post(sent)), sent);
    }),
    { numRuns: 200 },
  );
  expect(authorize).not.toHaveBeenCalled();
  // The request that all of them are variants of is granted.
  expect((await handler(post(good))).status).toBe(200);
});

it('gives 200 origins nothing, unless they are listed or its own', async () => {
  const closed = createSignatureHandler({ ...CREDENTIALS, authorize: asAsked });
  const open = createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, allowedOrigins: LISTED });
  const seen = { listed: 0, own: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('POST', 'OPTIONS'),
      origins,
      sites,
      whence,
      async (method, origin, site, from) => {
        const headers = { ...from, origin, 'content-type': 'application/json' };
        const send = (more: object) =>
          post({ meeting: '12345678901' }, { method, headers: { ...headers, ...more } });
        const response = await open(send({}));
        if (LISTED.includes(origin)) {
          seen.listed += 1;
          const isPreflight = method === 'OPTIONS' && from['access-control-request-method'] !== undefined;
          expect(response.status).toBe(isPreflight ? 204 : method === 'POST' ? 200 : 405);
          expect(response.headers.get('access-control-allow-origin')).toBe(origin);
        } else {
          expect(response.headers.get('access-control-allow-origin')).toBeNull();
          await expectRefusal(response, origin);
        }
        // If no origin is listed, only the browser's own header decides, and no other header can override it.
        const own = await closed(send({ 'sec-fetch-site': site }));
        expect(own.headers.get('access-control-allow-origin')).toBeNull();
        if (site === 'same-origin' && method === 'POST') {
          seen.own += 1;
          expect(own.status).toBe(200);
        } else await expectRefusal(own, origin);
      },
    ),
    { numRuns: 200 },
  );
  expect(seen.listed).toBeGreaterThan(0);
  expect(seen.own).toBeGreaterThan(0);
});

const isNoMeetingNumber = (text: string): boolean => {
  const digits = digitsOf(text);
  return digits !== undefined && !isMeetingNumber(digits);
};

it('reads a meeting as the browser does', async () => {
  const seen = vi.fn((_request: Request, _ask: SignatureAsk) => null);
  const handler = createSignatureHandler({ ...CREDENTIALS, authorize: seen });
  const path = fc.constantFrom('/j/', '/wc/join/', '/my/', '/rec/', '/', '/join?confno=');
  const host = fc.constantFrom(
    'zoom.us',
    'https://a.zoomgov.com',
    'https://example.com',
    'zoommtg://zoom.us',
  );
  const references = fc.oneof(
    fc.stringMatching(/^[\d -]{0,14}$/),
    fc.tuple(host, path, fc.stringMatching(/^\d{8,12}$/)).map((parts) => `${parts.join('')}?pwd=abc`),
    fc.string(),
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.nat({ max: 99_999_999_999 }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(references, async (meeting) => {
      seen.mockClear();
      await handler(post({ meeting }));
      const ask = seen.mock.calls[0]?.[1];
      const read = ask === undefined ? 'invalid' : ask.meetingNumber === undefined ? 'opaque' : 'number';
      const parsed = parseMeetingReference(meeting);
      // The browser treats such digits as a mistake, unless they are given as a name. Then they arrive here as
      // text.
      const isName = typeof meeting === 'string' && meeting.trim() !== '' && isNoMeetingNumber(meeting);
      expect(read).toBe(isName ? 'opaque' : parsed.kind);
      if (parsed.kind === 'number') expect(ask?.meetingNumber).toBe(parsed.meetingNumber);
    }),
    { numRuns: 500 },
  );
});
