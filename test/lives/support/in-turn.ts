let last: Promise<unknown> = Promise.resolve();

/**
 * Runs it when what was given before has ended: for the joins of tests that run at the same time. Of several in new windows
 * each would have the SDK compiled by itself, and all of them would be late.
 */
export function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const result = last.then(run);
  last = result.catch(() => {});
  return result;
}
