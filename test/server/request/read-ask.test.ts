import { describe, expect, it, vi } from 'vitest';
import {
  createSignatureHandler,
  type SignatureAsk,
  type SignatureHandlerOptions,
} from '../../../src/server/index.ts';
import type { SignatureRequest } from '../../../src/session/api/options.ts';
import { asAsked, CREDENTIALS, post, postStream, refusal } from '../requests.ts';

const ASK = { meeting: '12345678901', meetingNumber: '12345678901', role: 0, reason: 'join' };
const create = (options: Partial<SignatureHandlerOptions> = {}) =>
  createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, ...options });
const bytes = (text: string) => new TextEncoder().encode(text);

/** Resolves to what `authorize` is told about a request, or to `undefined` if it is not called. */
async function askOf(body: unknown): Promise<SignatureAsk | undefined> {
  const authorize = vi.fn((_request: Request, _ask: SignatureAsk) => null);
  await create({ authorize })(post(body));
  return authorize.mock.calls[0]?.[1];
}

const NUMBER = { meeting: '12345678901', meetingNumber: '12345678901', role: 'participant', reason: 'join' };
const named = (meeting: string) => ({ meeting, role: 'participant', reason: 'join' });

describe('the request of <ZoomJoin>', () => {
  const sent = { role: 0, videoWebRtcMode: 1, reason: 'join', attempt: 1 } as const;

  it('is taken as it is: a meeting number', async () => {
    const request: SignatureRequest = { ...sent, meeting: '12345678901', meetingNumber: '12345678901' };
    expect(await askOf(request)).toEqual(NUMBER);
  });

  it('is taken as it is: a name', async () => {
    const request: SignatureRequest = {
      ...sent,
      meeting: 'standup',
      role: 1,
      reason: 'expired',
      attempt: 2,
    };
    expect(await askOf(request)).toEqual({ meeting: 'standup', role: 'host', reason: 'expired' });
  });

  it('has nothing else that authorize would see', async () => {
    expect(await askOf({ ...sent, meeting: 'standup', password: 'x', signal: {} })).toEqual(named('standup'));
    expect(await askOf('{"meeting":"standup","__proto__":{"a":1}}')).toEqual(named('standup'));
  });
});

describe('the request of Zoom’s sample', () => {
  it('is taken: a number without a meeting', async () => {
    const request = { meetingNumber: '12345678901', role: 0, videoWebRtcMode: 0 };
    expect(await askOf(request)).toEqual(NUMBER);
    expect(await askOf({ meetingNumber: 12345678901, role: 1 })).toEqual({ ...NUMBER, role: 'host' });
  });

  it.each(['standup', '42', '', 'https://zoom.us/my/ada'])(
    'must have a number, and %j is none',
    async (meetingNumber) => {
      const response = await create()(post({ meetingNumber, role: 0 }));
      expect(await refusal(response)).toEqual({ status: 400, code: 'invalid-meeting' });
    },
  );
});

describe('a meeting number', () => {
  it.each([
    { meeting: '123 4567 8901' },
    { meeting: 12345678901 },
    { meeting: 'https://zoom.us/j/12345678901?pwd=hidden' },
    { meeting: '12345678901', meetingNumber: '123-4567-8901' },
    { meeting: '12345678901', meetingNumber: 12345678901 },
  ])('reaches authorize as digits: %j', async (body) => {
    expect(await askOf(body)).toEqual(NUMBER);
  });

  it.each(['123456789', '1234567890', '12345678901'])('may stand alone: %s', async (meeting) => {
    expect(await askOf({ meeting })).toEqual({ ...NUMBER, meeting, meetingNumber: meeting });
  });
});

describe('a name of the app’s own', () => {
  it.each([
    'standup',
    'Grüße',
    '42',
    '12345678',
    '123456789012',
    '4-2',
    '007',
    'https://app.example/rooms/7',
  ])('may be any text: %s', async (name) => {
    expect(await askOf({ meeting: name })).toEqual(named(name));
    expect(await askOf({ meeting: ` ${name}\n` })).toEqual(named(name));
  });

  it.each([
    ['standup', '99999999999'],
    ['standup', 'standup'],
    ['12345678901', '99999999999'],
    ['42', '99999999999'],
    ['42', '42'],
  ])('cannot smuggle in the number of another meeting: %s with %s', async (meeting, meetingNumber) => {
    const authorize = vi.fn(asAsked);
    const response = await create({ authorize })(post({ meeting, meetingNumber }));
    expect(await refusal(response)).toEqual({ status: 400, code: 'invalid-meeting' });
    expect(authorize).not.toHaveBeenCalled();
  });
});

describe('a refused request', () => {
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
    '{"meeting":"12345678901","role":"host"}',
    '{"meeting":"12345678901","videoWebRtcMode":2}',
    '{"meeting":"12345678901","reason":"other"}',
    '{"role":0,"videoWebRtcMode":1}',
    '{"meeting":"12345678901","meetingNumber":{}}',
    JSON.stringify({ meeting: 'x'.repeat(1_001) }),
  ])('gets 400 for a body of another shape: %s', async (body) => {
    expect(await refusal(await create()(post(body)))).toEqual({ status: 400, code: 'invalid-request' });
  });

  it.each(['', ' ', 'https://zoom.us/my/ada', 'https://zoom.us/j/1234', -12345678901, 1.5, 42])(
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
