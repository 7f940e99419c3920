/** As `setTimeout`, which calls at once what is set for 2 ** 31 ms or more: this never does. */
export const startTimer = (run: () => void, ms: number) => (ms >= 2 ** 31 ? 0 : setTimeout(run, ms));

/**
 * The outcome of `work`, or what comes first: `late()` after `ms`, or the signal's reason when it aborts. Leaves
 * neither timer nor listener behind, and no rejection unheard.
 */
export async function beforeDeadline<T>(
  work: Promise<T>,
  ms: number,
  signal: AbortSignal,
  late: () => Error,
): Promise<T> {
  let stop = () => {};
  const deadline = new Promise<never>((_, reject) => {
    const timer = startTimer(() => reject(late()), ms);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, deadline]);
  } finally {
    stop();
  }
}
