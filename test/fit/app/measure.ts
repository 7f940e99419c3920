import type { FrameWindow } from '../../../src/sdk/loading/source.ts';

export interface Measure {
  /** The size of the component's box, in px. */
  readonly container: { readonly width: number; readonly height: number };
  /** The box of the SDK's widget inside it. */
  readonly widget: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly view: string | undefined;
  /** By how many px the widget, a button or a tile overflows the container. */
  readonly overflow: number;
  /** How far the widget's centre is from the container's, in px. */
  readonly offCentre: number;
  /** How much of the container the widget covers, in the dimension that has less room. */
  readonly coverage: number;
  /** The factor by which the widget is scaled. */
  readonly scale: number;
  /** The names of the buttons that a click in their middle does not reach. */
  readonly outOfReach: readonly string[];
}

/** Finds the widget by role and name, not by the structure that the component itself relies on. */
const WIDGET = '[role=region][aria-label="Zoom Web SDK Widget"]';

/** Returns what a user sees in the widget or can click. */
function parts(widget: HTMLElement) {
  const buttons = [...widget.querySelectorAll('button')].filter(
    (button) =>
      button.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      button.offsetWidth > 0 &&
      !button.disabled,
  );
  const tiles = [...widget.querySelectorAll('video-player')].filter((tile) => tile.checkVisibility());
  return { buttons, tiles };
}

/**
 * Resolves to the number of px by which the widget or its toolbars overflow in the next painted frame, after its
 * layout and resize observers. Elements between the toolbars do not count: the SDK positions tiles and paging
 * buttons some frames after it has applied a size, and some frames before that when a participant joins.
 */
export function paintedOverflow(frame: FrameWindow): Promise<number> {
  const widget = frame.document.querySelector<HTMLElement>(WIDGET);
  if (widget === null) return new Promise((resolve) => frame.requestAnimationFrame(() => resolve(0)));
  const buttons = parts(widget).buttons.filter((button) => button.closest('[role=tabpanel]') === null);
  return new Promise((resolve) => {
    // A new observer reports the position of each observed element once, as it is painted.
    const observer = new frame.IntersectionObserver((entries) => {
      observer.disconnect();
      const { clientWidth, clientHeight } = frame.document.documentElement;
      const over = entries.map(({ boundingClientRect: { left, top, right, bottom }, rootBounds }) =>
        Math.max(
          0,
          -left,
          -top,
          right - (rootBounds?.width ?? clientWidth),
          bottom - (rootBounds?.height ?? clientHeight),
        ),
      );
      resolve(Math.round(Math.max(...over)));
    });
    for (const part of [widget, ...buttons]) observer.observe(part);
  });
}

/** Measures what is visible in the frame. Returns `undefined` while there is no meeting. */
export function measure(frame: FrameWindow): Measure | undefined {
  const { document } = frame;
  const widget = document.querySelector<HTMLElement>(WIDGET);
  if (widget === null || widget.offsetWidth === 0) return undefined;
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const box = widget.getBoundingClientRect();
  const { buttons, tiles } = parts(widget);
  const over = [widget, ...buttons, ...tiles].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return Math.max(0, -left, -top, right - width, bottom - height);
  });
  const isReached = (button: Element) => {
    const { left, top, width: across, height: down } = button.getBoundingClientRect();
    const hit = document.elementFromPoint(left + across / 2, top + down / 2);
    // A tooltip disappears by itself.
    return hit !== null && (button.contains(hit) || hit.closest('[role=tooltip]') !== null);
  };
  return {
    container: { width, height },
    widget: { left: box.left, top: box.top, width: box.width, height: box.height },
    view: document.querySelector('[id^=suspension-view-tabpanel-]')?.id.split('-')[3],
    overflow: Math.round(Math.max(...over)),
    offCentre: Math.round(
      Math.max(Math.abs(box.left + box.right - width), Math.abs(box.top + box.bottom - height)) / 2,
    ),
    coverage: Math.max(box.width / width, box.height / height),
    scale: box.width / widget.offsetWidth,
    outOfReach: buttons
      .filter((button) => !isReached(button))
      .map((button) => button.title || button.ariaLabel || button.className),
  };
}
