import { vi } from 'vitest';

/** The page around a meeting, and the network. */
export class Page {
  isOnline = true;
  isPrerendered: boolean;
  /** Whether the element is in the document. */
  isConnected = true;
  /** Whether the page was closed, reloaded or left. The browser may keep it in the back/forward cache. */
  isClosed = false;
  element: HTMLElement;
  readonly #window = new EventTarget();

  constructor(isPrerendered: boolean) {
    this.isPrerendered = isPrerendered;
    this.element = this.#newElement();
    const page = this;
    vi.stubGlobal('navigator', {
      get onLine() {
        return page.isOnline;
      },
    });
  }

  get isShown(): boolean {
    return this.isConnected && !this.isPrerendered;
  }

  replaceElement(): HTMLElement {
    this.element = this.#newElement();
    return this.element;
  }

  dispatch(event: 'online' | 'pageshow'): void {
    this.#window.dispatchEvent(new Event(event));
  }

  #newElement(): HTMLElement {
    const page = this;
    const element = {
      get isConnected() {
        return page.isConnected;
      },
      ownerDocument: {
        defaultView: page.#window,
        get prerendering() {
          return page.isPrerendered;
        },
      },
    };
    return element as unknown as HTMLElement;
  }
}
