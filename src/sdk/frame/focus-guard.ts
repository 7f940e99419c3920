import type { FrameWindow } from '../loading/source.ts';

/**
 * Keeps the SDK from moving the focus out of the page: it focuses each incoming chat message. The SDK may move the
 * focus only while it is already in the frame, because then the user or the page has put it there.
 */
export function guardFocus(frame: FrameWindow): void {
  for (const { prototype } of [frame.HTMLElement, frame.SVGElement]) {
    const { focus } = prototype;
    prototype.focus = function (this: HTMLElement & SVGElement, options?: FocusOptions) {
      if (frame.document.hasFocus()) focus.call(this, options);
    };
  }
}
