import type { FrameWindow } from '../loading/source.ts';

/** How much the SDK says that is not an error. */
const REMARKS = ['debug', 'info', 'log', 'warn'] as const;

/**
 * Keeps what is no error of the app from its console, its error tracker and its test runner: the SDK's remarks, and
 * its failures that its own interface does not catch, such as the refusal of captions that this meeting does not
 * allow. With SDK 6.2.0, that is about fifteen lines and three rejections per join. Errors pass.
 */
export function keepQuiet(frame: FrameWindow): void {
  for (const remark of REMARKS) frame.console[remark] = () => {};
  frame.addEventListener('error', (event) => {
    if (isFailure(event.error)) event.preventDefault();
  });
  // Of rejections in scripts from another origin, such as Zoom's CDN, the browser tells nobody, but prints them. So this
  // listener is not enough. It is for those of async functions, which call no `reject`.
  frame.addEventListener('unhandledrejection', (event) => {
    if (isFailure(event.reason)) event.preventDefault();
  });
  const { Promise: promises } = frame;
  const { reject } = promises;
  promises.reject = function (this: PromiseConstructor, reason: unknown) {
    const rejected = reject.call(this, reason);
    if (isFailure(reason)) rejected.catch(() => {});
    return rejected as Promise<never>;
  };
}

/** Whether it is a failure as the SDK describes it: `{ type: 'INSUFFICIENT_PRIVILEGES', reason }`. */
const isFailure = (thrown: unknown): boolean =>
  /^[A-Z_]+$/.test((thrown as { type?: string } | null)?.type ?? '');
