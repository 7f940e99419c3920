import type { SdkClient } from '../client/sdk-client.ts';
import type { MeetingFrame } from '../frame/frame.ts';
import type { ZoomView } from '../init/init-options.ts';
import type { FrameWindow } from '../loading/source.ts';
import { hasUnknownView, isStacked, PANEL, shownView, soon } from './shown-view.ts';

const PATIENCE_MS = 3_000;

/** Shows the wanted view as soon as the meeting has it, and reports which view is shown. */
export class Views {
  readonly #root: HTMLElement;
  readonly #window: FrameWindow;
  readonly #sdk: SdkClient;
  readonly #tell: (view: ZoomView) => void;
  #panel: Element | null = null;
  #told: ZoomView | undefined;
  /** The last view that the app or the SDK's own menu requested. */
  #wanted: ZoomView | undefined;
  #stop = () => {};

  /** @param tell Called with the current view, at first and whenever it changes, from `start` to `stop`. */
  constructor({ root, window }: MeetingFrame, sdk: SdkClient, tell: (view: ZoomView) => void) {
    this.#root = root;
    this.#window = window;
    this.#sdk = sdk;
    this.#tell = tell;
  }

  /**
   * Call this after the join.
   *
   * @param wanted The view that the app wants.
   */
  start(wanted: ZoomView | undefined): void {
    // The app may have called `show` before.
    const first = this.#wanted ?? wanted;
    if (first !== undefined) this.#want(first);
    const observer = new this.#window.MutationObserver(() => this.#look());
    observer.observe(this.#root, { childList: true, subtree: true, attributeFilter: ['id', 'hidden'] });
    this.#stop = () => observer.disconnect();
    this.#look();
  }

  stop(): void {
    this.#stop();
    this.#wanted = undefined;
  }

  /**
   * Shows a view, or the gallery while the meeting lacks that view.
   *
   * @returns Whether the meeting shows that view now.
   */
  async show(view: ZoomView): Promise<boolean> {
    this.#want(view);
    const deadline = Date.now() + PATIENCE_MS;
    while (this.#wanted === view && Date.now() < deadline) {
      const isThere = await this.#sdk.setView(view);
      if (!isThere) await this.#sdk.setView('gallery');
      // The SDK reports success once it has dispatched an event within the frame. While its UI is still mounting,
      // nothing listens to that event (observed right after a join).
      await soon();
      const expected = isThere ? view : 'gallery';
      // If the SDK has changed so that its view can't be read, believe it.
      if (shownView(this.#root) === expected || hasUnknownView(this.#root)) {
        this.#tellShown(expected);
        return isThere;
      }
    }
    return false;
  }

  #want(view: ZoomView): void {
    this.#wanted = view;
    // The SDK uses this view after a lost connection, when it mounts its UI again, perhaps in another layout.
    this.#sdk.raw.updateVideoOptions({ defaultViewType: view });
  }

  #look(): void {
    const panel = this.#root.querySelector(PANEL);
    const view = shownView(this.#root);
    if (view === undefined) return;
    if (panel !== this.#panel) {
      this.#panel = panel;
      // The SDK has mounted a new UI, which switches to its default view a moment later. Wait for that, or set the
      // wanted view again.
      void (this.#wanted === undefined ? soon().then(() => this.#tellShown()) : this.show(this.#wanted));
    } else if (view !== this.#told) {
      const isFallback = view === 'gallery' && this.#wanted !== 'minimized' && isStacked(this.#root);
      if (!isFallback) this.#want(view);
      this.#tellShown();
    }
  }

  /** @param unread The view to tell if it can't be read. */
  #tellShown(unread?: ZoomView): void {
    const view = shownView(this.#root) ?? unread;
    if (view === undefined || view === this.#told) return;
    this.#told = view;
    this.#tell(view);
  }
}
