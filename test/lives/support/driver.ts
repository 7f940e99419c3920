/**
 * All that the tests of `test/lives/` do with a browser, so that each engine needs no more than this to run them. A
 * function that is given to the page is sent as text: it sees its arguments, which are JSON, and nothing around it.
 */
export interface Driver {
  /** A tab of its own, with no cookies and an empty cache. */
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>;
  evaluate<Args extends readonly Json[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  close(): Promise<void>;
}

export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Evaluates in the page until the result is truthy. @throws {Error} after `timeout` ms, naming what was waited for */
export async function until<Args extends readonly Json[]>(
  tab: Tab,
  what: string,
  isSo: (...args: Args) => boolean,
  args: Args,
  timeout = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeout;
  while (!(await tab.evaluate(isSo, ...args))) {
    if (Date.now() > deadline) throw new Error(`Not within ${timeout / 1000} s: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
