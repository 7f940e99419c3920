import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLive, type MeetingStatus } from '../../../src/session/api/status.ts';
import { canFollow } from '../model/transitions.ts';

const STATUSES: readonly MeetingStatus[] = [
  'idle',
  'authorizing',
  'loading',
  'joining',
  'waiting',
  'joined',
  'reconnecting',
  'left',
  'failed',
];

describe('the order of statuses', () => {
  it('goes from a join to a meeting one step at a time', () => {
    expect(canFollow('idle', 'authorizing')).toBe(true);
    expect(canFollow('authorizing', 'loading')).toBe(true);
    expect(canFollow('loading', 'joining')).toBe(true);
    expect(canFollow('joining', 'joined')).toBe(true);
    expect(canFollow('idle', 'joined')).toBe(false);
    expect(canFollow('authorizing', 'joined')).toBe(false);
    expect(canFollow('loading', 'joined')).toBe(false);
  });

  it('never comes back to a meeting from its end without a new join', () => {
    for (const end of ['left', 'failed'] as const) {
      for (const status of STATUSES.filter(isLive)) expect(canFollow(end, status)).toBe(false);
      expect(canFollow(end, 'authorizing')).toBe(true);
    }
  });

  it('can be left, can fail and can be unmounted at every stage of a join', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), (status) => {
        expect(canFollow(status, 'idle')).toBe(true);
        if (status === 'idle' || status === 'left' || status === 'failed') return;
        expect(canFollow(status, 'left')).toBe(true);
        expect(canFollow(status, 'failed')).toBe(true);
      }),
    );
  });
});
