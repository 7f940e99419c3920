import { describe, expect, it, vi } from 'vitest';
import { createSignatureHandler, type SignatureHandlerOptions } from '../../../src/server/index.ts';
import { asAsked, CREDENTIALS, post, refusal } from '../requests.ts';

const ASK = { meeting: '12345678901' };
const create = (options: Partial<SignatureHandlerOptions>) =>
  createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, ...options });
/** A handler with a rate limit as untyped code may write it. */
const limiting = (limited: unknown, options: Partial<SignatureHandlerOptions> = {}) =>
  create({ rateLimit: () => limited as boolean, ...options });

describe('whoever asks too often', () => {
  it.each([
    [true, '60'],
    [1, '1'],
    [0.2, '1'],
    [90.5, '91'],
    [Promise.resolve(5), '5'],
  ])('gets 429, and is told when to come back: %s', async (limited, seconds) => {
    const authorize = vi.fn(asAsked);
    const response = await limiting(limited, { authorize })(post(ASK));
    expect(response.headers.get('retry-after')).toBe(seconds);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await refusal(response)).toEqual({ status: 429, code: 'too-many-requests' });
    expect(authorize).not.toHaveBeenCalled();
  });

  it.each([false, 0, -0, undefined, null, Promise.resolve(false)])('is nobody, for %s', async (limited) => {
    expect((await limiting(limited)(post(ASK))).status).toBe(200);
  });

  it('is counted by request and meeting', async () => {
    const rateLimit = vi.fn((request: Request) => request.headers.get('x-user') === 'eve');
    const handler = create({ rateLimit });
    const by = (user: string) =>
      handler(post(ASK, { headers: { 'content-type': 'application/json', 'x-user': user } }));
    expect([(await by('ada')).status, (await by('eve')).status]).toEqual([200, 429]);
    expect(rateLimit.mock.calls[0]).toEqual([
      expect.any(Request),
      { meeting: '12345678901', meetingNumber: '12345678901', role: 'participant', reason: 'join' },
    ]);
  });
});

describe('a limit that fails', () => {
  it.each([
    () => Promise.reject(new Error('counter down')),
    () => {
      throw new Error('counter down');
    },
  ])('is told to onError, and keeps nobody out', async (rateLimit) => {
    const onError = vi.fn();
    expect((await create({ rateLimit, onError })(post(ASK))).status).toBe(200);
    expect(onError.mock.calls).toEqual([[new Error('counter down')]]);
  });

  it.each([{ success: true }, 'yes', Number.NaN, -1, Number.POSITIVE_INFINITY])(
    'to make sense is found at once: %j',
    async (limited) => {
      const onError = vi.fn();
      const response = await limiting(limited, { onError })(post(ASK));
      expect(await refusal(response)).toEqual({ status: 500, code: 'misconfigured' });
      expect(String(onError.mock.calls[0]?.[0])).toContain('`rateLimit` must return');
    },
  );
});
