import type { SdkClient } from '../client/sdk-client.ts';
import type { MeetingFrame } from '../frame/frame.ts';
import type { ZoomView } from '../init/init-options.ts';
import type { FrameWindow } from '../loading/source.ts';
import { isStacked, PANEL, shownView, soon, viewOf } from './shown-view.ts';

const PATIENCE_MS = 3_000;

/** Sees to it that the wanted view is shown as soon as the meeting has it, and tells which one is. */
export class Views {
  readonly #root: HTMLElement;
  readonly #window: FrameWindow;
  readonly #sdk: SdkClient;
  readonly #tell: (view: ZoomView) => void;
  #panel: Element | null = null;
  #told: ZoomView | undefined;
  /** What was asked for last, by the app or in the SDK's own menu. */
  #wanted: ZoomView | undefined;
  #stop = () => {};

  /** @param tell hears which view is shown, at first and when it changes, from `start` to `stop`. */
  constructor({ root, window }: MeetingFrame, sdk: SdkClient, tell: (view: ZoomView) => void) {
    this.#root = root;
    this.#window = window;
    this.#sdk = sdk;
    this.#tell = tell;
  }

  /** From the join on. @param wanted the app's wish */
  start(wanted: ZoomView | undefined): void {
    // A handler of the join may have asked for another one.
    const first = this.#wanted ?? wanted;
    if (first !== undefined) this.#want(first);
    const observer = new this.#window.MutationObserver(() => this.#look());
    observer.observe(this.#root, { childList: true, subtree: true, attributeFilter: ['id'] });
    this.#stop = () => observer.disconnect();
    this.#look();
  }

  stop(): void {
    this.#stop();
    this.#wanted = undefined;
  }

  /**
   * Takes a view; while the meeting lacks it, the gallery.
   *
   * @returns whether the meeting shows that view now.
   */
  async show(view: ZoomView): Promise<boolean> {
    this.#want(view);
    const deadline = Date.now() + PATIENCE_MS;
    while (this.#wanted === view && Date.now() < deadline) {
      const isThere = await this.#sdk.setView(view);
      if (!isThere) await this.#sdk.setView('gallery');
      // The SDK says yes when it has sent an event within the frame, which nobody hears while its UI is still being
      // mounted (observed right after a join).
      await soon();
      if (shownView(this.#root) === (isThere ? view : 'gallery')) {
        this.#tellShown();
        return isThere;
      }
    }
    return false;
  }

  #want(view: ZoomView): void {
    this.#wanted = view;
    // What the SDK comes back with after it has lost the connection: with it, and perhaps in another layout.
    this.#sdk.raw.updateVideoOptions({ defaultViewType: view });
  }

  #look(): void {
    const panel = this.#root.querySelector(PANEL);
    const view = viewOf(panel);
    if (view === undefined) return;
    if (panel !== this.#panel) {
      this.#panel = panel;
      // The SDK's UI is new: it takes its default view a moment later, and then ours must be among them.
      void (this.#wanted === undefined ? soon().then(() => this.#tellShown()) : this.show(this.#wanted));
    } else if (view !== this.#told) {
      const isFallback = view === 'gallery' && this.#wanted !== 'minimized' && isStacked(this.#root);
      if (!isFallback) this.#want(view);
      this.#tellShown();
    }
  }

  #tellShown(): void {
    const view = shownView(this.#root);
    if (view === undefined || view === this.#told) return;
    this.#told = view;
    this.#tell(view);
  }
}
