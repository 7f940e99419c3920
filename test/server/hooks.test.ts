import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createSignatureHandler,
  type SignatureHandlerOptions,
  type SignatureHandlerTimeouts,
} from '../../src/server/index.ts';
import { asAsked, CREDENTIALS, post, postStream, refusal } from './requests.ts';

// Signing takes real time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Waits without advancing the clock, as Vitest's own `poll` would. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

const ASK = { meeting: '12345678901' };
const never = () => new Promise<never>(() => {});
const create = (options: Partial<SignatureHandlerOptions> = {}) =>
  createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, ...options });

/** A body whose first half arrives, and nothing else. */
const stalled = (): Request =>
  postStream(
    new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{"mee')) }),
  );

interface Row {
  readonly name: keyof SignatureHandlerTimeouts;
  /** The default, in ms. */
  readonly ms: number;
  readonly request?: () => Request;
  readonly status: number;
  readonly code?: string;
}

const ROWS: readonly Row[] = [
  { name: 'rateLimit', ms: 1_000, status: 200 },
  { name: 'authorize', ms: 10_000, status: 503, code: 'authorize-timeout' },
  { name: 'onAudit', ms: 1_000, status: 200 },
  { name: 'body', ms: 10_000, request: stalled, status: 408, code: 'request-timeout' },
];

describe.each(ROWS)('$name that takes for ever', ({ name, ms, request = () => post(ASK), status, code }) => {
  it.each([ms, 5])('gets its answer in %d ms, and onError is told', async (limit) => {
    const onError = vi.fn();
    const timeouts = limit === ms ? undefined : { [name]: limit };
    let response: Response | undefined;
    const hook = vi.fn(never);
    const options = name === 'body' ? {} : { [name]: hook };
    void create({ ...options, onError, timeouts })(request()).then((answer) => {
      response = answer;
    });
    // Before `onAudit`, the signature is signed.
    if (name !== 'body') await until(() => hook.mock.calls.length > 0);
    await vi.advanceTimersByTimeAsync(limit - 1);
    expect(response).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await until(() => response !== undefined);
    expect(response?.status).toBe(status);
    expect(response?.headers.get('cache-control')).toBe('no-store');
    if (code && response) expect(await refusal(response)).toEqual({ status, code });
    expect(onError).toHaveBeenCalledOnce();
    expect(String(onError.mock.calls[0]?.[0])).toMatch(
      new RegExp(`^Error: createSignatureHandler: .*${limit} ms \\(\`timeouts.${name}\`\\)`),
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('onError', () => {
  it('that takes for ever delays the answer by 1 s, and no more', async () => {
    let response: Response | undefined;
    void create({ authorize: () => Promise.reject(new Error('down')), onError: never })(post(ASK)).then(
      (answer) => {
        response = answer;
      },
    );
    await vi.advanceTimersByTimeAsync(999);
    expect(response).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await until(() => response !== undefined);
    expect(response?.status).toBe(500);
  });
});

describe('everything that takes for ever at once', () => {
  it('is answered after the sum of the times', async () => {
    let response: Response | undefined;
    const hooks = { rateLimit: never, authorize: never, onAudit: never, onError: never };
    void create(hooks)(post(ASK)).then((answer) => {
      response = answer;
    });
    // rateLimit, onError, authorize, onError, onAudit, onError
    await vi.advanceTimersByTimeAsync(1_000 + 1_000 + 10_000 + 1_000 + 1_000 + 1_000);
    await until(() => response !== undefined);
    expect(response?.status).toBe(503);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that rejects afterwards is not unhandled', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const late = () =>
      new Promise<never>((_, reject) => setTimeout(reject, 20_000, new Error('too late to matter')));
    void create({ rateLimit: late, authorize: late, onAudit: late, onError: late })(post(ASK));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
