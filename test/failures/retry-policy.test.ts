import { describe, expect, it } from 'vitest';
import { NO_TRIES, type OwnTries, planRetry } from '../../src/failures/retry-policy.ts';
import type { ZoomJoinErrorCode } from '../../src/failures/zoom-join-error.ts';

const MINUTE = 60_000;

const plan = (code: ZoomJoinErrorCode, tries: Partial<OwnTries> = {}, patience = MINUTE, now = 0) =>
  planRetry(code, { tries: { ...NO_TRIES, ...tries }, now, patience });

/** Returns how long after the first failure each retry starts, in s, if every attempt fails at once. */
function triesOf(code: ZoomJoinErrorCode, patience: number, most: number): number[] {
  const times: number[] = [];
  let now = 1_000_000;
  let tries = NO_TRIES;
  while (times.length < most) {
    const next = planRetry(code, { tries, now, patience });
    if (next === null) break;
    now += next.delay;
    tries = next.tries;
    times.push((now - 1_000_000) / 1000);
  }
  return times;
}

describe('what is tried again by itself', () => {
  it('an expired signature once, at once, and says why to the endpoint', () => {
    const first = plan('signature-expired');
    expect(first).toMatchObject({ reason: 'expired', delay: 0 });
    expect(plan('signature-expired', first?.tries)).toBeNull();
  });

  it('a connection error of a join with growing pauses, for a minute', () => {
    const times = triesOf('connection-failed', MINUTE, 100);
    expect(times[0]).toBeGreaterThanOrEqual(0.8);
    expect(times[0]).toBeLessThanOrEqual(1);
    expect(times.length).toBeGreaterThanOrEqual(6);
    expect(times.length).toBeLessThanOrEqual(9);
    expect(times.at(-1)).toBeLessThanOrEqual(60);
    expect(times.at(-1)).toBeGreaterThan(44);
  });

  it('not at all where the app wants no tries', () => {
    expect(plan('connection-failed', {}, 0)).toBeNull();
  });

  it('whatever the network may be to blame for, for who has been in: for as long as the session allows, every 15 s', () => {
    for (const code of ['offline', 'join-timeout', 'signature-timeout', 'component-load-failed'] as const) {
      const times = triesOf(code, Infinity, 40);
      expect(times.length).toBe(40);
      for (const [index, time] of times.slice(6).entries()) {
        const pause = time - (times[index + 5] as number);
        expect(pause).toBeGreaterThanOrEqual(12);
        expect(pause).toBeLessThanOrEqual(15);
      }
    }
  });

  it('a meeting that has not started, for as long as somebody waits: after 5 s first, at most every 30 s', () => {
    const delays = Array.from({ length: 40 }, (_, waiting) => plan('not-started', { waiting })?.delay ?? 0);
    expect(Math.max(...delays)).toBeLessThanOrEqual(30_000);
    expect(delays[0]).toBeLessThanOrEqual(5_000);
    expect(delays[0]).toBeGreaterThanOrEqual(4_000);
    for (const delay of delays.slice(10)) expect(delay).toBeGreaterThanOrEqual(24_000);
    // The delays vary, so that not everybody retries at the same moment.
    expect(new Set(delays.slice(10)).size).toBeGreaterThan(5);
  });

  it('an answer of Zoom’s clears the count of what failed before', () => {
    expect(plan('not-started', { connection: 5, expired: 1, waiting: 3 })?.tries).toEqual({
      ...NO_TRIES,
      waiting: 4,
    });
  });

  it('nothing else', () => {
    for (const code of ['wrong-passcode', 'signature-denied', 'meeting-full', 'internal'] as const) {
      expect(plan(code)).toBeNull();
      expect(plan(code, {}, Infinity)).toBeNull();
    }
    // A first join reports these errors instead of taking longer.
    for (const code of ['join-timeout', 'sdk-load-timeout', 'signature-timeout'] as const)
      expect(plan(code)).toBeNull();
  });
});
