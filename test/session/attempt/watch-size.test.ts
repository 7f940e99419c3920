import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { watchSize } from '../../../src/session/attempt/watch-size.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const watch = (frameElement: object | null) => {
  const onWarning = vi.fn();
  watchSize({ frameElement } as FrameWindow, new AbortController().signal, onWarning);
  vi.advanceTimersByTime(2_000);
  return onWarning;
};

it('warns of a frame that stays too small', () => {
  const onWarning = watch({ offsetWidth: 100, offsetHeight: 300, offsetParent: {} });
  expect(onWarning.mock.calls).toEqual([[{ code: 'too-small', width: 100, height: 300 }]]);
});

it('stops if the frame was removed before the attempt has ended', () => {
  expect(watch(null)).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
