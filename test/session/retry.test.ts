import { describe, expect, it } from 'vitest';
import { ZoomJoinError, type ZoomJoinErrorCode } from '../../src/session/error.ts';
import { NO_TRIES, planRetry } from '../../src/session/retry.ts';

const plan = (code: ZoomJoinErrorCode, tries = {}) =>
  planRetry(new ZoomJoinError(code, 'x'), { ...NO_TRIES, ...tries });

describe('what is tried again by itself', () => {
  it('an expired signature once, at once, and says why to the endpoint', () => {
    expect(plan('signature-expired')).toEqual({ kind: 'expired', reason: 'expired', delay: 0 });
    expect(plan('signature-expired', { expired: 1 })).toBeNull();
  });

  it('a connection error until three tries have been made, with growing pauses', () => {
    const first = plan('connection-failed');
    const second = plan('connection-failed', { connection: 1 });
    expect(first).toMatchObject({ kind: 'connection', reason: 'retry' });
    expect(first?.delay).toBeGreaterThanOrEqual(800);
    expect(first?.delay).toBeLessThanOrEqual(1_000);
    expect(second?.delay).toBeGreaterThanOrEqual(2_400);
    expect(second?.delay).toBeLessThanOrEqual(3_000);
    expect(plan('connection-failed', { connection: 2 })).toBeNull();
  });

  it('a meeting that has not started, for as long as somebody waits: after 5 s first, at most every 30 s', () => {
    const delays = Array.from({ length: 40 }, (_, waiting) => plan('not-started', { waiting })?.delay ?? 0);
    expect(Math.max(...delays)).toBeLessThanOrEqual(30_000);
    expect(delays[0]).toBeLessThanOrEqual(5_000);
    expect(delays[0]).toBeGreaterThanOrEqual(4_000);
    for (const delay of delays.slice(10)) expect(delay).toBeGreaterThanOrEqual(24_000);
    // Not all at the same moment.
    expect(new Set(delays.slice(10)).size).toBeGreaterThan(5);
  });

  it('nothing else', () => {
    for (const code of [
      'wrong-passcode',
      'signature-denied',
      'join-timeout',
      'meeting-full',
      'internal',
    ] as const) {
      expect(plan(code)).toBeNull();
    }
  });
});
