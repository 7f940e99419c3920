import { startTimer } from './deadline.ts';

/** Creates a controller that aborts when `parent` does, with the same reason. You can also abort it on its own. */
export function childOf(parent: AbortSignal): AbortController {
  const child = new AbortController();
  const { signal } = child;
  if (parent.aborted) child.abort(parent.reason);
  else parent.addEventListener('abort', () => child.abort(parent.reason), { once: true, signal });
  return child;
}

/** Calls `run` after `ms`, unless the signal aborts or the returned function is called before that. */
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
