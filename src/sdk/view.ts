import type { SdkClient } from './client.ts';
import type { ZoomView } from './customize.ts';
import type { MeetingFrame } from './frame.ts';
import type { FrameWindow } from './source.ts';

const PATIENCE_MS = 3_000;
const INTERVAL_MS = 50;

/**
 * Every panel's id names the view that is shown and the layout, such as `suspension-view-tabpanel-speaker-multiple`;
 * `limited multiple` is the stacked layout.
 */
const PANEL = '[id^=suspension-view-tabpanel-]';

/** The view that the meeting shows; `undefined` while it shows none: in the waiting room, while reconnecting. */
export function shownView(root: ParentNode): ZoomView | undefined {
  return viewOf(root.querySelector(PANEL));
}

/** Where the SDK draws the people, empty at first. `null` while it shows no meeting. */
export const shownPanel = (root: ParentNode): Element | null => root.querySelector(`${PANEL}:not([hidden])`);

/** Without WebRTC video or cross-origin isolation the SDK has two tiles, stacked, and two views. */
export function isStacked(root: ParentNode): boolean {
  return root.querySelector(`${PANEL}[id$=' multiple']`) !== null;
}

const viewOf = (panel: Element | null) => panel?.id.split('-')[3] as ZoomView | undefined;

/** When to look again at what the SDK draws. */
export const soon = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));

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
