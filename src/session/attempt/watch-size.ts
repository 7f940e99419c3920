import type { FrameWindow } from '../../sdk/loading/source.ts';
import { after } from '../../utils/abort.ts';
import type { WarningFacts } from '../warnings/warn.ts';

/** Longer than a box takes to open. */
const STAYS_MS = 2_000;
/** In px. Half of Zoom's minimized view, in which one person can just be seen. */
const LEAST_WIDTH = 120;
const LEAST_HEIGHT = 60;

/**
 * Warns, once, of a frame that stays too small to see anything in it. While it is hidden, as by `display: none`, it is looked
 * at again every 2 s. Once it was large enough, what makes it smaller is meant.
 */
export function watchSize(
  frame: FrameWindow,
  signal: AbortSignal,
  onWarning: (facts: WarningFacts) => void,
  wasShown = true,
): void {
  after(STAYS_MS, signal, () => {
    const { offsetWidth: width, offsetHeight: height, offsetParent } = frame.frameElement as HTMLElement;
    const isShown = offsetParent !== null;
    if (width >= LEAST_WIDTH && height >= LEAST_HEIGHT) return;
    if (isShown && wasShown) onWarning({ code: 'too-small', width, height });
    else watchSize(frame, signal, onWarning, isShown);
  });
}
