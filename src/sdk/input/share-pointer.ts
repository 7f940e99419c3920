import { repeatOn } from './repeat-event.ts';

/**
 * Shares pointer events between the frame and the page:
 * - The page also gets presses inside the frame, so that its popovers can close.
 * - A drag that starts in the page, such as that of a splitter, continues across the frame.
 *
 * @param signal Stops this when it aborts.
 */
export function sharePointer(iframe: HTMLIFrameElement, signal: AbortSignal): void {
  const page = iframe.ownerDocument.defaultView;
  const listen = (target: Window | null, types: string, listener: (event: PointerEvent) => void) => {
    const onEvent = (event: Event) => {
      // Ignore the copies that we dispatch.
      if (event.isTrusted) listener(event as PointerEvent);
    };
    for (const type of types.split(' ')) target?.addEventListener(type, onEvent, { signal, capture: true });
  };
  const onDrag = (isDrag: boolean) => {
    iframe.style.pointerEvents = isDrag ? 'none' : '';
  };
  const presses = 'pointerdown mousedown pointerup mouseup click';
  listen(iframe.contentWindow, presses, (event) => void repeatOn(iframe, event));
  listen(page, 'pointerdown pointermove pointerup', ({ buttons }) => onDrag(buttons > 0));
  // While the browser itself drags or scrolls, it fires no pointer events.
  listen(page, 'dragstart', () => onDrag(true));
  listen(page, 'dragend', () => onDrag(false));
  listen(page, 'pointercancel', ({ pointerType }) => onDrag(pointerType === 'mouse'));
}
