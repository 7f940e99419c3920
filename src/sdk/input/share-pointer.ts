import { repeatOn } from './repeat-event.ts';

/**
 * - What is pressed in the frame is heard in the page, where popovers close for it.
 * - A drag that began in the page, such as that of a splitter, goes on across the frame.
 *
 * @param signal Ends it.
 */
export function sharePointer(iframe: HTMLIFrameElement, signal: AbortSignal): void {
  const page = iframe.ownerDocument.defaultView;
  const listen = (target: Window | null, types: string, listener: (event: PointerEvent) => void) => {
    const onEvent = (event: Event) => {
      // Not those that are repeated.
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
  // While the browser itself drags or scrolls, there are no pointer events.
  listen(page, 'dragstart', () => onDrag(true));
  listen(page, 'dragend', () => onDrag(false));
  listen(page, 'pointercancel', ({ pointerType }) => onDrag(pointerType === 'mouse'));
}
