import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RawClient } from '../../../src/sdk/client/raw-client.ts';
import { SdkClient } from '../../../src/sdk/client/sdk-client.ts';
import { watchPresence } from '../../../src/sdk/client/watch-presence.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Self = ReturnType<RawClient['getCurrentUser']>;

function watch(self: Self) {
  const record = { self };
  const sdk = new SdkClient({ getCurrentUser: () => record.self } as RawClient);
  const told: string[] = [];
  const look = watchPresence(sdk, new AbortController().signal, (presence) => told.push(presence));
  return { record, sdk, look, last: () => told.at(-1) };
}

const IN = { userId: 1, isHold: false, bHold: false };
const ON_HOLD = { userId: 1, isHold: true, bHold: true };

describe('where somebody is', () => {
  it.each([
    ['meeting', IN],
    ['meeting', { userId: 1 }],
    ['waiting-room', ON_HOLD],
    ['waiting-room', { userId: 1, bHold: true }],
  ])('is told at a look: %s', (presence, self) => {
    const { look, last } = watch(self);
    look();
    expect(last()).toBe(presence);
  });

  it('is heard of without an event', () => {
    const { record, look, last } = watch(IN);
    look();
    record.self = ON_HOLD;
    vi.advanceTimersByTime(3_000);
    expect(last()).toBe('waiting-room');
  });

  it.each([IN, ON_HOLD])('is nowhere when the record has gone and nothing was told: %o', (self) => {
    const { record, look, last } = watch(self);
    vi.advanceTimersByTime(3_600_000);
    look();
    expect(last()).not.toBe('gone');
    record.self = null;
    vi.advanceTimersByTime(3_000);
    expect(last()).not.toBe('gone');
    vi.advanceTimersByTime(3_000);
    expect(last()).toBe('gone');
  });

  it('is not asked while the SDK reconnects, nor taken for gone', () => {
    const { record, sdk, look, last } = watch(IN);
    look();
    sdk.connection = { state: 'Reconnecting', reason: 'failover' };
    record.self = null;
    vi.advanceTimersByTime(600_000);
    expect(last()).toBe('meeting');
    sdk.connection = { state: 'Connected' };
    vi.advanceTimersByTime(5_000);
    expect(last()).toBe('meeting');
    record.self = ON_HOLD;
    look();
    expect(last()).toBe('waiting-room');
  });

  it('is the meeting when Zoom says so and the record never comes', () => {
    const { last } = watch(null);
    expect(last()).toBeUndefined();
    vi.advanceTimersByTime(60_000);
    expect(last()).toBe('meeting');
  });
});
