import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionOwner } from '../../src/session/owner.ts';
import { isRemount, noteUnmount } from '../../src/session/remounts.ts';

const owner = () => ({}) as SessionOwner;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('another owner that joins the same meeting right after an unmount is a remount, once', () => {
  noteUnmount(owner(), '123456789');
  vi.advanceTimersByTime(100);
  expect(isRemount(owner(), '123456789')).toBe(true);
  expect(isRemount(owner(), '123456789')).toBe(false);
});

it('another meeting, or the same owner, is none', () => {
  const same = owner();
  noteUnmount(same, '123456789');
  expect(isRemount(same, '123456789')).toBe(false);
  noteUnmount(same, '123456789');
  expect(isRemount(owner(), '987654321')).toBe(false);
});

it('a user who goes back and in again is none', () => {
  noteUnmount(owner(), '123456789');
  vi.advanceTimersByTime(500);
  expect(isRemount(owner(), '123456789')).toBe(false);
});
