import type { SdkClient } from '../client/sdk-client.ts';
import type { MeetingFrame } from '../frame/frame.ts';
import type { ZoomView } from '../init/init-options.ts';
import type { FrameWindow } from '../loading/source.ts';
import { PROFILE } from '../profile/profile.ts';
import { isStacked, shownPanel, shownView } from './shown-view.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The space that the SDK adds around the videos, in px: the toolbars above and below together, and the borders at
 * both sides.
 */
const TOOLBARS = 82;
const BORDERS = 4;

/**
 * Returns the smallest ratio of height to width that the SDK renders. The SDK uses the given width. Its height is
 * the given one or this ratio times the width, whichever is larger (read in its bundle, and measured).
 */
function leastRatio(view: ZoomView | undefined, people: number, stacked: boolean): number {
  if (view === 'speaker') return 400 / 568;
  if (view === 'active') return 135 / 250;
  if (view === 'ribbon') return ([135, 274, 411][people - 1] ?? 547) / 250;
  return stacked ? 274 / 250 : 411 / 720;
}

/**
 * Below 250 px the toolbar is wider than the videos. The height is that of one tile, in the speaker view plus a
 * strip of 94 px above.
 */
const leastSize = (view: ZoomView | undefined): Size => ({
  width: 250,
  height: view === 'speaker' ? 184 : 135,
});

/**
 * Returns the size of the video area for a container: as wide as possible without the view overflowing. For a
 * container that is too small, returns the size for a larger container of the same shape; the widget is then scaled
 * down.
 */
export function videoSize(container: Size, view: ZoomView | undefined, people = 1, stacked = false): Size {
  const least = leastSize(view);
  // A container that is hidden or opening has no usable aspect ratio.
  const outer = { width: Math.max(container.width, 60), height: Math.max(container.height, 60) };
  const larger = Math.max(1, (least.width + BORDERS) / outer.width, (least.height + TOOLBARS) / outer.height);
  const height = outer.height * larger - TOOLBARS;
  const width = Math.min(outer.width * larger - BORDERS, height / leastRatio(view, people, stacked));
  return { width: Math.floor(width), height: Math.floor(height) };
}

/** Returns the scale at which the whole widget is visible. At most 1: the SDK has rendered it for its size. */
export function scaleToFit(widget: Size, container: Size): number {
  if (widget.width === 0 || widget.height === 0) return 1;
  return Math.min(1, container.width / widget.width, container.height / widget.height);
}

const bothSizes = (size: Size) => ({ default: size, ribbon: size });

/**
 * How long the SDK may take to apply a size, in ms, and how often to set it again. The number is even, so that the
 * last one is exact.
 */
export const TAKEN_MS = 250;
const REPEATS = 2;

/** Whether the widget has the given size, within the differences between views. */
function hasTaken(widget: HTMLElement, { width, height }: Size): boolean {
  const isSame = (one: number, other: number) => Math.abs(one - other) <= 3;
  // The toolbar keeps a narrow widget wider.
  const isAsWide = width < 250 || isSame(widget.offsetWidth, width + BORDERS);
  return isAsWide && isSame(widget.offsetHeight, height + TOOLBARS);
}

const hasArea = (element: HTMLElement): boolean => element.offsetWidth * element.offsetHeight > 0;

/**
 * Keeps the whole meeting inside its container, and centred. The SDK does not react to a resize and treats a size
 * as a minimum. So this class sets a size that fits the current view, and scales the widget down if it is still too
 * large.
 */
export class Fit {
  readonly #root: HTMLElement;
  readonly #window: FrameWindow;
  /** The size that the SDK should have. */
  #size: Size;
  #widget: HTMLElement | null = null;
  /** Can be called before `start`, and more than once. */
  stop = (): void => {};

  constructor({ root, window }: MeetingFrame, view: ZoomView | undefined) {
    this.#root = root;
    this.#window = window;
    this.#size = videoSize(this.#container, view);
  }

  /** The sizes for `init`, so that the SDK's first render already has the right size. */
  get viewSizes() {
    return bothSizes(this.#size);
  }

  /**
   * Whether the current view has the size that was set. Also `true` for the minimized view, and while there is no
   * view.
   */
  get isApplied(): boolean {
    if (this.#sizedView === undefined) return true;
    return this.#widget !== null && hasTaken(this.#widget, this.#size);
  }

  /**
   * Call this after the join.
   *
   * @param onChanged Called if the widget is not where it was when the SDK was tried.
   */
  start(sdk: SdkClient, onChanged: () => void): void {
    const root = this.#root;
    let hasChanged = false;
    // The flex root centres the SDK's wrapper, which is empty because the widget is positioned absolutely.
    Object.assign(root.style, { justifyContent: 'center', alignItems: 'center' });

    /** Counted only when needed, because it requires the list of all participants. */
    let people: number | undefined;
    const tellSize = () => {
      const view = this.#sizedView;
      if (view === undefined) return;
      if (view === 'ribbon') people ??= sdk.raw.getAttendeeslist().length;
      const size = videoSize(this.#container, view, people, isStacked(root));
      if (size.width === this.#size.width && size.height === this.#size.height) return;
      this.#size = size;
      tell(REPEATS);
    };
    let check = 0;
    /** Set while the SDK is late with its size: how often to set it again after the next time. A new size clears it. */
    let repeatsLeft: number | undefined;
    // If a size arrives in the same render as a participant, the SDK takes it as already known and keeps the old
    // one (observed, read in its bundle). A size that differs by 1 px counts as new.
    const tell = (repeats: number) => {
      const { width, height } = this.#size;
      // This throws before the join.
      sdk.raw.updateVideoOptions({ viewSizes: bothSizes({ width, height: height - (repeats % 2) }) });
      repeatsLeft = undefined;
      this.#window.clearTimeout(check);
      check = this.#window.setTimeout(() => {
        if (repeats === 0 || this.isApplied) return;
        // In the next frame, which may bring another size: a page that is busy has had none since.
        repeatsLeft = repeats - 1;
        lookAgain();
      }, TAKEN_MS);
    };
    const lookAgain = () => {
      sizes.unobserve(root);
      sizes.observe(root);
    };
    const place = () => {
      if (isLost()) {
        const found = [...root.querySelectorAll<HTMLElement>('*')].find(hasArea);
        if (found === undefined) return;
        hasChanged = true;
        onChanged();
        watch(found);
      }
      const widget = this.#widget;
      if (widget === null) return;
      const container = this.#container;
      const size = { width: widget.offsetWidth, height: widget.offsetHeight };
      const scale = scaleToFit(size, container);
      // The waiting room's box is not positioned absolutely: flex has already centred it.
      const floats = this.#window.getComputedStyle(widget).position === 'absolute';
      // Relative to the centre, in whole px, because half pixels blur text. `Math.max` avoids -1 when the scale is
      // slightly too large.
      const offset = (outer: number, inner: number) =>
        `${Math.max(0, Math.floor((outer - inner * scale) / 2)) - outer / 2}px`;
      const across = offset(container.width, size.width);
      const down = offset(container.height, size.height);
      Object.assign(widget.style, {
        scale: scale < 1 ? String(scale) : '',
        translate: floats ? `${across} ${down}` : '',
        transformOrigin: floats ? '0 0' : '',
      });
      // Open menus and tooltips follow their buttons only on a `resize` event.
      this.#window.dispatchEvent(new this.#window.Event('resize'));
    };

    // The observer runs between layout and paint, at most once per animation frame for each element, so a meeting
    // that does not fit is never painted.
    const sizes = new this.#window.ResizeObserver(() => {
      tellSize();
      if (repeatsLeft !== undefined && !this.isApplied) tell(repeatsLeft);
      place();
    });
    /** Whether what was taken for the widget is not what is on the screen. Then the widget is what has an area. */
    const isLost = () => {
      const panel = shownPanel(root) as HTMLElement | null;
      if (panel === null || !hasArea(panel)) return false;
      return this.#widget === null || !(hasArea(this.#widget) && this.#widget.contains(panel));
    };
    const watchWidget = () => {
      if (!hasChanged) watch(root.querySelector<HTMLElement>(PROFILE.markup.widget));
      else if (!this.#widget?.isConnected) lookAgain();
    };
    const watch = (found: HTMLElement | null) => {
      if (found === this.#widget) return;
      if (this.#widget !== null) sizes.unobserve(this.#widget);
      this.#widget = found;
      if (found !== null) sizes.observe(found);
    };
    let isDue = false;
    // At most once per animation frame, no matter how many people join or leave. A tab in the background has no
    // animation frames.
    const recount = () => {
      if (isDue) return;
      isDue = true;
      this.#window.requestAnimationFrame(() => {
        isDue = false;
        people = undefined;
        tellSize();
      });
    };
    const nodes = new this.#window.MutationObserver(() => {
      watchWidget();
      // The view may have changed.
      tellSize();
    });
    // The ribbon's size depends on the number of people. A change need not mutate the DOM, because the ribbon has
    // pages.
    for (const event of ['user-added', 'user-removed']) sdk.raw.on(event, recount);
    sizes.observe(root);
    nodes.observe(root, { childList: true, subtree: true, attributeFilter: ['id', 'hidden'] });
    watchWidget();
    this.stop = () => {
      sizes.disconnect();
      nodes.disconnect();
      this.#window.clearTimeout(check);
    };
  }

  /** The minimized view has its own size. A view that can't be read is taken for the gallery. */
  get #sizedView(): ZoomView | undefined {
    const root = this.#root;
    const view = shownView(root) ?? (shownPanel(root) ? 'gallery' : undefined);
    return view === 'minimized' ? undefined : view;
  }

  get #container(): Size {
    return { width: this.#root.clientWidth, height: this.#root.clientHeight };
  }
}
