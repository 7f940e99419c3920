let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a function when the previous ones have ended. Tests that run at the same time use it for their joins: in
 * several new windows, each join would compile the SDK on its own, and all of them would be late.
 */
export function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const result = last.then(run);
  last = result.catch(() => {});
  return result;
}
