import type { SdkClient } from './client.ts';
import type { MeetingFrame } from './frame.ts';
import type { FrameWindow } from './source.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the SDK puts around the videos, in px: its two toolbars above and below, its borders at the sides. */
const TOOLBARS = 82;
const BORDERS = 4;
/** The gallery's width to its height: of the sizes it is given, the SDK obeys the width alone. */
const GALLERY_RATIO = 720 / 411;

/** The video area for a container: as wide as it can be without the gallery growing out of it. */
export function videoSize(container: Size): Size {
  const height = Math.max(container.height - TOOLBARS, 0);
  const width = Math.min(container.width - BORDERS, height * GALLERY_RATIO);
  return { width: Math.floor(width), height: Math.floor(height) };
}

/** How much a widget must shrink to be seen whole. Never grows: the SDK drew it for its size. */
export function scaleToFit(widget: Size, container: Size): number {
  if (widget.width === 0 || widget.height === 0) return 1;
  return Math.min(1, container.width / widget.width, container.height / widget.height);
}

/** The SDK's widget: by structure, since it renames its classes. */
const WIDGET = ':scope>div>div:first-child>div';

/**
 * Keeps the whole meeting inside its container and in its middle. The SDK is told a size, but it takes it as a
 * minimum (speaker view, ribbon and stacked gallery grow out of it) and listens to no resize: what is still too
 * large is scaled down.
 */
export class Fit {
  readonly #root: HTMLElement;
  readonly #window: FrameWindow;
  /** What the SDK was told last. */
  #size: Size;
  #stop = () => {};

  constructor({ root, window }: MeetingFrame) {
    this.#root = root;
    this.#window = window;
    this.#size = videoSize(this.#container);
  }

  /** For `init`: the first picture has the right size. */
  get viewSizes() {
    return { default: this.#size, ribbon: this.#size };
  }

  /** From the join on. */
  start(sdk: SdkClient): void {
    const root = this.#root;
    const window = this.#window;
    // A flex root puts the SDK's wrapper into the middle; it is empty, as the widget floats.
    Object.assign(root.style, { justifyContent: 'center', alignItems: 'center' });

    let widget: HTMLElement | null = null;
    const apply = () => {
      const container = this.#container;
      const size = videoSize(container);
      if (size.width !== this.#size.width || size.height !== this.#size.height) {
        this.#size = size;
        // Before the join it throws.
        sdk.raw.updateVideoOptions({ viewSizes: this.viewSizes });
      }
      const found = root.querySelector<HTMLElement>(WIDGET);
      if (found !== widget) {
        if (widget !== null) sizes.unobserve(widget);
        widget = found;
        if (widget !== null) sizes.observe(widget);
      }
      if (widget === null) return;
      // The waiting room's box does not float: flex has centred it already.
      const floats = window.getComputedStyle(widget).position === 'absolute';
      const scale = scaleToFit({ width: widget.offsetWidth, height: widget.offsetHeight }, container);
      widget.style.translate = floats ? '-50% -50%' : '';
      widget.style.scale = scale < 1 ? String(scale) : '';
    };

    // At most once in a frame, however much the SDK renders, and before the frame is painted.
    let requested = 0;
    const request = () => {
      requested ||= window.requestAnimationFrame(() => {
        requested = 0;
        apply();
      });
    };
    const sizes = new window.ResizeObserver(request);
    const nodes = new window.MutationObserver(request);
    sizes.observe(root);
    nodes.observe(root, { childList: true, subtree: true });
    request();
    this.#stop = () => {
      sizes.disconnect();
      nodes.disconnect();
      window.cancelAnimationFrame(requested);
    };
  }

  stop(): void {
    this.#stop();
  }

  get #container(): Size {
    return { width: this.#root.clientWidth, height: this.#root.clientHeight };
  }
}
