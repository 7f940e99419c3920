const INTERVAL_MS = 100;

/** Chromium can prerender a page, that is, run it before the user opens it. */
interface PrerenderedDocument extends Document {
  readonly prerendering?: boolean;
}

/** Whether the element is in its document and the user has opened the page. */
export const isShown = ({ isConnected, ownerDocument }: HTMLElement): boolean =>
  isConnected && (ownerDocument as PrerenderedDocument).prerendering !== true;

/**
 * Resolves when the element is shown, or when the signal aborts. It checks every 100 ms, because no event fires
 * when an element is inserted into a document.
 *
 * @param getElement Returns the element. It may return a different one each time.
 */
export const untilShown = (getElement: () => HTMLElement, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!(signal.aborted || isShown(getElement()))) return;
      clearInterval(timer);
      signal.removeEventListener('abort', look);
      resolve();
    };
    const timer = setInterval(look, INTERVAL_MS);
    signal.addEventListener('abort', look);
    look();
  });
