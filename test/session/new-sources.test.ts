import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isNewAtEachRender } from '../../src/session/new-sources.ts';
import type { SessionOwner } from '../../src/session/owner.ts';

let owner: SessionOwner;
beforeEach(() => {
  vi.useFakeTimers();
  owner = {} as SessionOwner;
});
afterEach(() => vi.useRealTimers());

/** Passes these sources, each so many ms after the last. */
const pass = (pauseMs: number, ...ids: (string | undefined)[]) =>
  ids.map((id) => {
    vi.advanceTimersByTime(pauseMs);
    return isNewAtEachRender(owner, id);
  });

it('at each render: from the fourth on', () => {
  expect(pass(70, 'a', 'b', 'c', 'd', 'e')).toEqual([false, false, false, true, true]);
});

it('not if somebody chooses one now and then', () => {
  expect(pass(3_000, 'a', 'b', 'c', 'd', 'e')).not.toContain(true);
});

it('not if somebody toggles between a few, however fast', () => {
  expect(pass(70, 'a', undefined, 'a', undefined, 'a', undefined)).not.toContain(true);
});

it('not if another component does', () => {
  pass(70, 'a', 'b', 'c', 'd');
  owner = {} as SessionOwner;
  expect(pass(70, 'e', 'f', 'g')).not.toContain(true);
});
