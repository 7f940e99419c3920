import { describe, expect, it } from 'vitest';
import { classify } from '../../src/failures/classify.ts';
import { failure } from '../../src/failures/failure.ts';
import { explain } from '../../src/failures/words/explain.ts';
import { ZoomJoinError } from '../../src/failures/zoom-join-error.ts';
import { SdkLoadError } from '../../src/sdk/loading/load-sdk.ts';

const cause: { self?: unknown; secret: string } = { secret: 'token-of-the-app' };
cause.self = cause;

describe('an error in a log', () => {
  it('is written without its cause, which may contain anything, also a cycle', () => {
    const error = new ZoomJoinError('join-failed', 'It failed.', { hint: 'Try this.', zoomCode: 7, cause });
    expect(error.cause).toBe(cause);
    expect(Object.keys(error)).not.toContain('cause');
    expect({ ...error }).not.toHaveProperty('cause');
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: {
        name: 'ZoomJoinError',
        code: 'join-failed',
        message: 'It failed.',
        zoomCode: 7,
        retryable: false,
        hint: 'Try this.',
        userMessage: 'It failed.',
      },
    });
  });

  it('is written whatever else has been attached to it', () => {
    const error = Object.assign(new ZoomJoinError('join-failed', 'It failed.'), { attached: cause });
    expect(JSON.stringify(error)).toContain('join-failed');
    expect(JSON.stringify(error)).not.toContain('token-of-the-app');
  });

  it('has a cause only if there is one', () => {
    expect('cause' in new ZoomJoinError('join-failed', 'It failed.')).toBe(false);
    expect(Object.hasOwn(new ZoomJoinError('internal', 'x', { cause }), 'cause')).toBe(true);
  });

  it('keeps the cause of what the app threw, apart from that', async () => {
    const error = await explain(classify(failure('signature-request-failed', undefined, cause)));
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain('token-of-the-app');
  });
});

it.each(['https://user:pass@cdn.example/sdk.js?sig=token-of-the-app#x', '/sdk.js?sig=token-of-the-app'])(
  'no error has the query of a signed address: %s',
  async (src) => {
    for (const problem of ['timeout', 'blocked', 'not-found'] as const) {
      const error = await explain(classify(new SdkLoadError({ problem, src, directive: 'script-src' })));
      const text = JSON.stringify(error);
      expect(text).toContain('/sdk.js');
      expect(text).not.toMatch(/token-of-the-app|user:pass/);
    }
  },
);
