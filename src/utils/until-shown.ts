const INTERVAL_MS = 100;

/** In Chromium, where a page may run before anybody has opened it. */
interface PrerenderedDocument extends Document {
  readonly prerendering?: boolean;
}

/** Whether the element is in its document, and somebody has opened the page. */
export const isShown = ({ isConnected, ownerDocument }: HTMLElement): boolean =>
  isConnected && (ownerDocument as PrerenderedDocument).prerendering !== true;

/**
 * Resolves when that is so, or the signal aborts. Nothing tells that an element is put into a document: it looks every 100 ms.
 *
 * @param getElement Returns the element. It may be another one each time.
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
