import type { FrameWindow } from '../../sdk/loading/source.ts';
import { after } from '../../utils/abort.ts';
import type { WarningFacts } from '../warnings/warn.ts';

/** When the size is checked, in ms. An element that opens with an animation has its size by then. */
const STAYS_MS = 2_000;
/** In px. This is half of Zoom's minimized view, where one participant is just visible. */
const LEAST_WIDTH = 120;
const LEAST_HEIGHT = 60;

/**
 * Warns once if a frame stays too small to see anything in it. While the frame is hidden, for example with
 * `display: none`, its size is checked again every 2 s. Once the frame has been large enough, it is not checked any
 * more: the app then makes it smaller on purpose.
 */
export function watchSize(
  frame: FrameWindow,
  signal: AbortSignal,
  onWarning: (facts: WarningFacts) => void,
  wasShown = true,
): void {
  after(STAYS_MS, signal, () => {
    const iframe = frame.frameElement as HTMLElement | null;
    // The frame has been removed, and the task that ends the attempt is yet to run.
    if (iframe === null) return;
    const { offsetWidth: width, offsetHeight: height, offsetParent } = iframe;
    const isShown = offsetParent !== null;
    if (width >= LEAST_WIDTH && height >= LEAST_HEIGHT) return;
    if (isShown && wasShown) onWarning({ code: 'too-small', width, height });
    else watchSize(frame, signal, onWarning, isShown);
  });
}
