/** Like `setTimeout`, except that a timer of 2 ** 31 ms or more never fires. `setTimeout` would fire it at once. */
export const startTimer = (run: () => void, ms: number) => (ms >= 2 ** 31 ? 0 : setTimeout(run, ms));

/**
 * Settles like `work`, unless `ms` pass or the signal aborts first: then it rejects with `late()` or with the
 * signal's reason. It removes its timer and its listener. Later rejections of `work` count as handled.
 */
export async function beforeDeadline<T>(
  work: Promise<T>,
  ms: number,
  signal: AbortSignal | undefined,
  late: () => Error,
): Promise<T> {
  let stop = () => {};
  const deadline = new Promise<never>((_, reject) => {
    const timer = startTimer(() => reject(late()), ms);
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  try {
    return await Promise.race([deadline, work]);
  } finally {
    stop();
  }
}
