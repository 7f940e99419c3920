import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFrame } from '../../../src/sdk/frame/frame.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const meetingFrame = (debug?: boolean) =>
  createFrame(document.body, { title: 'Zoom meeting', debug, onUnload() {}, onGone() {} });

/** Runs a script in the frame. Resolves to whether the browser reports an error or a rejection. */
async function isReported(frame: FrameWindow, code: string): Promise<boolean> {
  let reports = 0;
  for (const type of ['unhandledrejection', 'error'] as const)
    frame.addEventListener(type, (event) => {
      if (!event.defaultPrevented) reports += 1;
      // The test itself has seen it.
      event.preventDefault();
    });
  const script = frame.document.createElement('script');
  script.textContent = code;
  frame.document.body.append(script);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return reports > 0;
}

describe('without `debug`', () => {
  it('the SDK’s remarks are not printed, and its errors are', () => {
    const { window: frame, remove } = meetingFrame();
    // Chromium's own methods are native.
    const isNative = (name: 'debug' | 'info' | 'log' | 'warn' | 'error') =>
      String(frame.console[name]).includes('[native code]');
    expect((['debug', 'info', 'log', 'warn'] as const).filter(isNative)).toEqual([]);
    expect(isNative('error')).toBe(true);
    remove();
  });

  it.each([
    ["{ type: 'INSUFFICIENT_PRIVILEGES', reason: 'you need go to setting' }", false],
    ["{ type: 'OPERATION_TIMEOUT', errorCode: 1 }", false],
    ["new Error('a fault')", true],
    ["{ type: 'error' }", true],
    ["'a text'", true],
    ['undefined', true],
    ['null', true],
  ])('the browser reports %s: %s', async (thrown, wanted) => {
    const ways = [
      `Promise.reject(${thrown})`,
      `(async () => Promise.reject(${thrown}))()`,
      `setTimeout(() => { throw ${thrown}; })`,
    ];
    for (const code of ways) {
      const { window: frame, remove } = meetingFrame();
      expect(await isReported(frame, code), code).toBe(wanted);
      remove();
    }
  });

  it('a rejection reaches those who wait for it', async () => {
    const { window: frame, remove } = meetingFrame();
    const { Promise: promises } = frame;
    await expect(promises.reject({ type: 'INTERNAL_ERROR' })).rejects.toEqual({ type: 'INTERNAL_ERROR' });
    class Own<T> extends promises<T> {}
    const own = Own.reject(new Error('of a class of its own'));
    expect(own).toBeInstanceOf(Own);
    await expect(own).rejects.toThrow('of a class');
    remove();
  });

  it('the page’s own console is as it was', () => {
    const printed = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { remove } = meetingFrame();
    console.warn('from the page');
    expect(printed).toHaveBeenCalledWith('from the page');
    printed.mockRestore();
    remove();
  });
});

it('with `debug`, everything passes', async () => {
  const { window: frame, remove } = meetingFrame(true);
  expect(String(frame.console.warn)).toContain('[native code]');
  expect(await isReported(frame, "Promise.reject({ type: 'INSUFFICIENT_PRIVILEGES' })")).toBe(true);
  remove();
});
