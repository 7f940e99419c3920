import { startTimer } from './deadline.ts';

/** Aborts when its parent does, with the same reason, or by itself. */
export function childOf(parent: AbortSignal): AbortController {
  const child = new AbortController();
  const { signal } = child;
  if (parent.aborted) child.abort(parent.reason);
  else parent.addEventListener('abort', () => child.abort(parent.reason), { once: true, signal });
  return child;
}

/** Runs a function after so many ms, unless the signal aborts before or the returned function is called. */
export function after(ms: number, signal: AbortSignal, run: () => void): () => void {
  if (signal.aborted) return () => {};
  const timer = startTimer(() => {
    signal.removeEventListener('abort', stop);
    run();
  }, ms);
  const stop = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  };
  signal.addEventListener('abort', stop);
  return stop;
}
