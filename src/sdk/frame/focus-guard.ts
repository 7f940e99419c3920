import type { FrameWindow } from '../loading/source.ts';

/**
 * Keeps the SDK from taking the focus out of the page: it focuses each chat message that comes in. While the focus is in the
 * frame, which the person or the page has put there, it is the SDK's.
 */
export function guardFocus(frame: FrameWindow): void {
  for (const { prototype } of [frame.HTMLElement, frame.SVGElement]) {
    const { focus } = prototype;
    prototype.focus = function (this: HTMLElement & SVGElement, options?: FocusOptions) {
      if (frame.document.hasFocus()) focus.call(this, options);
    };
  }
}
