import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beforeDeadline } from '../../src/utils/deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const late = () => new Error('late');
const never = new Promise<never>(() => {});

describe('beforeDeadline', () => {
  it('passes on what comes in time, good or bad, and leaves no timer', async () => {
    const { signal } = new AbortController();
    await expect(beforeDeadline(Promise.resolve(1), 100, signal, late)).resolves.toBe(1);
    await expect(beforeDeadline(Promise.reject(new Error('bad')), 100, signal, late)).rejects.toThrow('bad');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up when it takes too long', async () => {
    const outcome = expect(beforeDeadline(never, 100, new AbortController().signal, late)).rejects.toThrow(
      'late',
    );
    await vi.advanceTimersByTimeAsync(100);
    await outcome;
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([Number.POSITIVE_INFINITY, 3e9])(
    'sets no timer for %d ms, which browsers would fire at once',
    async (ms) => {
      const controller = new AbortController();
      const outcome = expect(beforeDeadline(never, ms, controller.signal, late)).rejects.toThrow('gone');
      expect(vi.getTimerCount()).toBe(0);
      controller.abort(new Error('gone'));
      await outcome;
    },
  );

  it('stops waiting at once when it is aborted, and also when it was aborted before', async () => {
    const controller = new AbortController();
    const outcome = expect(beforeDeadline(never, 100, controller.signal, late)).rejects.toThrow('gone');
    controller.abort(new Error('gone'));
    await outcome;
    await expect(beforeDeadline(never, 100, controller.signal, late)).rejects.toThrow('gone');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['before', 'meanwhile'] as const)('hears of work that fails after an abort %s', async (when) => {
    vi.useRealTimers();
    const unheard: unknown[] = [];
    const note = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', note);
    const controller = new AbortController();
    if (when === 'before') controller.abort(new Error('gone'));
    const work = new Promise<never>((_, reject) => setTimeout(reject, 10, new Error('too late')));
    const outcome = expect(beforeDeadline(work, 100, controller.signal, late)).rejects.toThrow('gone');
    controller.abort(new Error('gone'));
    await outcome;
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('unhandledRejection', note);
    expect(unheard).toEqual([]);
  });
});
