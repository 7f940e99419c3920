import type { SdkClient } from '../client/sdk-client.ts';
import type { MeetingFrame } from '../frame/frame.ts';
import type { ZoomView } from '../init/init-options.ts';
import type { FrameWindow } from '../loading/source.ts';
import { isStacked, shownView } from './shown-view.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the SDK puts around the videos, in px: its two toolbars above and below, its borders at the sides. */
const TOOLBARS = 82;
const BORDERS = 4;

/**
 * Height to width of what the SDK draws at the least. It obeys the width it is given, and draws the given height or
 * this much of the width, whichever is more (read in its bundle, and measured).
 */
function leastRatio(view: ZoomView | undefined, people: number, stacked: boolean): number {
  if (view === 'speaker') return 400 / 568;
  if (view === 'active') return 135 / 250;
  if (view === 'ribbon') return ([135, 274, 411][people - 1] ?? 547) / 250;
  return stacked ? 274 / 250 : 411 / 720;
}

/** Below 250 px the toolbar juts out. The height is one tile's, in the speaker view below a strip of 94 px. */
const leastSize = (view: ZoomView | undefined): Size => ({
  width: 250,
  height: view === 'speaker' ? 184 : 135,
});

/**
 * The video area for a container: as wide as it can be without the view growing out of it. For a container that is
 * too small, that of a larger one of its shape, which is then scaled down.
 */
export function videoSize(container: Size, view: ZoomView | undefined, people = 1, stacked = false): Size {
  const least = leastSize(view);
  // A box that is opening or hidden has no shape to go by.
  const outer = { width: Math.max(container.width, 60), height: Math.max(container.height, 60) };
  const larger = Math.max(1, (least.width + BORDERS) / outer.width, (least.height + TOOLBARS) / outer.height);
  const height = outer.height * larger - TOOLBARS;
  const width = Math.min(outer.width * larger - BORDERS, height / leastRatio(view, people, stacked));
  return { width: Math.floor(width), height: Math.floor(height) };
}

/** How much a widget must shrink to be seen whole. Never grows: the SDK drew it for its size. */
export function scaleToFit(widget: Size, container: Size): number {
  if (widget.width === 0 || widget.height === 0) return 1;
  return Math.min(1, container.width / widget.width, container.height / widget.height);
}

const bothSizes = (size: Size) => ({ default: size, ribbon: size });

/** How long the SDK may take to draw a size, in ms, and how often it is told again. Even: then the last is exact. */
const TAKEN_MS = 250;
const REPEATS = 2;

/** Whether the widget is as large as it was told, give or take what differs between views. */
function hasTaken(widget: HTMLElement, { width, height }: Size): boolean {
  const isSame = (one: number, other: number) => Math.abs(one - other) <= 3;
  // The toolbar keeps a narrow one wider.
  const isAsWide = width < 250 || isSame(widget.offsetWidth, width + BORDERS);
  return isAsWide && isSame(widget.offsetHeight, height + TOOLBARS);
}

/** The SDK's widget: by structure, since it renames its classes. */
const WIDGET = ':scope>div>div:first-child>div';

/**
 * Keeps the whole meeting inside its container and in its middle. The SDK listens to no resize, and takes a size as
 * a minimum: it is told one that the view which is shown can keep; what is too large all the same is scaled down.
 */
export class Fit {
  readonly #root: HTMLElement;
  readonly #window: FrameWindow;
  /** What the SDK is to know. */
  #size: Size;
  #widget: HTMLElement | null = null;
  /** Can be called before `start`, and twice. */
  stop = (): void => {};

  constructor({ root, window }: MeetingFrame, view: ZoomView | undefined) {
    this.#root = root;
    this.#window = window;
    this.#size = videoSize(this.#container, view);
  }

  /** For `init`: the first picture has the right size. */
  get viewSizes() {
    return bothSizes(this.#size);
  }

  /** Whether the view that is shown, if it takes a size at all, has taken the one it was told. */
  get isTaken(): boolean {
    if (this.#sizedView === undefined) return true;
    return this.#widget !== null && hasTaken(this.#widget, this.#size);
  }

  /** From the join on. */
  start(sdk: SdkClient): void {
    const root = this.#root;
    // A flex root puts the SDK's wrapper into the middle; it is empty, as the widget floats.
    Object.assign(root.style, { justifyContent: 'center', alignItems: 'center' });

    /** Counted when it is needed: it takes a list of everybody. */
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
    // A size that comes in the same render as a participant gets lost: the SDK takes it for known and keeps the old
    // one (observed, read in its bundle). One that differs by a px is news to it.
    const tell = (repeats: number) => {
      const { width, height } = this.#size;
      // Before the join it throws.
      sdk.raw.updateVideoOptions({ viewSizes: bothSizes({ width, height: height - (repeats % 2) }) });
      this.#window.clearTimeout(check);
      check = this.#window.setTimeout(() => {
        if (repeats > 0 && !this.isTaken) tell(repeats - 1);
      }, TAKEN_MS);
    };
    const place = () => {
      const widget = this.#widget;
      if (widget === null) return;
      const container = this.#container;
      const size = { width: widget.offsetWidth, height: widget.offsetHeight };
      const scale = scaleToFit(size, container);
      // The waiting room's box does not float: flex has centred it already.
      const floats = this.#window.getComputedStyle(widget).position === 'absolute';
      // From the middle, in whole px: half ones blur the text. A scale that is a hair too large must not make it -1.
      const offset = (outer: number, inner: number) =>
        `${Math.max(0, Math.floor((outer - inner * scale) / 2)) - outer / 2}px`;
      const across = offset(container.width, size.width);
      const down = offset(container.height, size.height);
      Object.assign(widget.style, {
        scale: scale < 1 ? String(scale) : '',
        translate: floats ? `${across} ${down}` : '',
        transformOrigin: floats ? '0 0' : '',
      });
      // Open menus and tooltips follow their buttons on a resize alone.
      this.#window.dispatchEvent(new this.#window.Event('resize'));
    };

    // Between layout and paint, at most once in a frame for each of the two: nothing is painted that doesn't fit.
    const sizes = new this.#window.ResizeObserver(() => {
      tellSize();
      place();
    });
    const watchWidget = () => {
      const found = root.querySelector<HTMLElement>(WIDGET);
      if (found === this.#widget) return;
      if (this.#widget !== null) sizes.unobserve(this.#widget);
      this.#widget = found;
      if (found !== null) sizes.observe(found);
    };
    let isDue = false;
    // Once a frame, however many come and go. A tab in the background has no frames.
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
      // Perhaps it is another view.
      tellSize();
    });
    // More people or fewer count in the ribbon, which need not change what it draws: it has pages.
    for (const event of ['user-added', 'user-removed']) sdk.raw.on(event, recount);
    sizes.observe(root);
    nodes.observe(root, { childList: true, subtree: true, attributeFilter: ['id'] });
    watchWidget();
    this.stop = () => {
      sizes.disconnect();
      nodes.disconnect();
      this.#window.clearTimeout(check);
    };
  }

  /** Minimized has a size of its own. */
  get #sizedView(): ZoomView | undefined {
    const view = shownView(this.#root);
    return view === 'minimized' ? undefined : view;
  }

  get #container(): Size {
    return { width: this.#root.clientWidth, height: this.#root.clientHeight };
  }
}
