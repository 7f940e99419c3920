/**
 * All that the tests of `test/lives/` do with a browser, so that each engine needs no more than this to run them. A
 * function that is given to the page is sent as text: it sees its arguments, which are JSON, and nothing around it.
 */
export interface Driver {
  /** A tab in a window of its own, with no cookies and an empty cache. */
  newTab(options?: TabOptions): Promise<Tab>;
  /**
   * Opens a page in a browser of its own that nothing drives: what is driven is neither prerendered nor kept for the back
   * button. Resolves to what closes it.
   */
  visit(url: string): Promise<() => Promise<void>>;
  /** Stops every process of the browser for so many ms, as a closed lid does. Its clocks go on. */
  sleep(ms: number): Promise<void>;
  /** Closes all that is open, and undoes what has been set for a whole window: the next file gets the same browser. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface TabOptions {
  /** Default: the browser's own. */
  userAgent?: string | undefined;
  /** Of the page, in CSS pixels. Default: 1000 × 640. */
  viewport?: { readonly width: number; readonly height: number } | undefined;
  /** The screen can be touched. Default: `false`. */
  touch?: boolean | undefined;
  /** Runs in each document before anything of it does. It is sent as text. */
  before?: (() => void) | undefined;
}

export interface Tab {
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Clicks in the middle of the one element that matches, as soon as it can be clicked. */
  click(selector: string): Promise<void>;
  /** Types into what has the focus, key by key. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** In px of the viewport. With its main button held, it drags. */
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  evaluate<Args extends readonly Json[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** The one frame of the page, to be looked into and clicked in. */
  inFrame(): Promise<Tab>;
  /** Takes the network away from its window, or gives it back. */
  setOffline(isOffline: boolean): Promise<void>;
  /** The addresses of the tabs that the page has opened, in order. */
  opened(): Promise<string[]>;
  /** How the person answers from now on when the page asks whether to leave it. Until then: `leave`. */
  answer(how: 'stay' | 'leave'): void;
  /** Another tab of the same window: cookies, storage and cache are shared. */
  another(): Promise<Tab>;
  /** As a person closes it, who means it if the page asks. */
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

/**
 * Evaluates in the page until the result is truthy.
 *
 * @param describe Says what was there instead, for the error.
 * @throws {Error} after `timeout` ms, naming what was waited for
 */
export async function until<Args extends readonly Json[]>(
  tab: Pick<Tab, 'evaluate'>,
  what: string,
  isSo: (...args: Args) => boolean | Promise<boolean>,
  args: Args,
  { timeout = 60_000, describe }: { timeout?: number; describe?: () => Promise<string> } = {},
): Promise<void> {
  const deadline = Date.now() + timeout;
  while (!(await tab.evaluate(isSo, ...args))) {
    if (Date.now() > deadline) {
      throw new Error(`Not within ${timeout / 1000} s: ${what}. ${(await describe?.()) ?? ''}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
