/**
 * Everything that the tests of `test/lives/` do with a browser, so that another engine only has to implement this.
 * A function for the page is sent as text: it can use its arguments, which are JSON, and nothing else.
 */
export interface Driver {
  /**
   * Opens a tab in a window that it shares with other tabs with the same options. They share cookies, storage and
   * cache, which are empty for the first of them.
   */
  newTab(options?: TabOptions): Promise<Tab>;
  /**
   * Opens a page in a browser of its own without a driver, because a driven page is neither prerendered nor kept in
   * the back/forward cache. Resolves to a function that closes the browser.
   */
  visit(url: string): Promise<() => Promise<void>>;
  /** Stops every process of the browser for this many ms, as a closed lid does. Its clocks go on. */
  sleep(ms: number): Promise<void>;
  /**
   * Closes everything that is open and resets what was set for a whole window, because the next file gets the same
   * browser.
   */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface TabOptions {
  /**
   * Whether the tab has a window of its own, which a test needs to go offline while others go on. Default: `false`.
   */
  isAlone?: boolean | undefined;
  /** Default: the browser's own. */
  userAgent?: string | undefined;
  /** The size of the page, in CSS pixels. Default: 1000 × 640. */
  viewport?: { readonly width: number; readonly height: number } | undefined;
  /** Whether the screen is a touch screen. Default: `false`. */
  touch?: boolean | undefined;
  /** Runs in each document before its own scripts. It is sent as text. */
  before?: (() => void) | undefined;
}

export interface Tab {
  /** Opens a page. Resolves when it has loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Clicks in the middle of the one element that matches, as soon as it can be clicked. */
  click(selector: string): Promise<void>;
  /** Types into the focused element, key by key. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** The mouse, in px of the viewport. With its main button held, it drags. */
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  evaluate<Args extends readonly Json[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Returns the page's only frame as a tab, so that a test can evaluate and click in it. */
  inFrame(): Promise<Tab>;
  /** Takes the tab's window offline, or online again. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Returns the URLs of the tabs that the page has opened, in order. */
  opened(): Promise<string[]>;
  /** Resolves to a list that grows with each {@link Report} of the page and of the frames in it from now on. */
  listen(): Promise<readonly Report[]>;
  /** Sets how the user answers when the page asks whether to leave it. Default: `leave`. */
  answer(how: 'stay' | 'leave'): void;
  /** Opens another tab in the same window. */
  another(): Promise<Tab>;
  /** Closes the tab as a user does, who confirms it if the page asks. Also closes the tabs that the page has opened. */
  close(): Promise<void>;
}

export interface Report {
  /**
   * `uncaught` is an error that nothing has caught, `unhandled` a rejection that nothing has handled. Everything else is
   * a line on the console, by the name of its method, such as `warning`.
   */
  readonly kind: string;
  readonly text: string;
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
 * Evaluates `isSo` in the page until the result is truthy.
 *
 * @param describe Returns what was there instead, for the error.
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
