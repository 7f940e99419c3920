type Repeatable = 'PointerEvent' | 'MouseEvent' | 'KeyboardEvent';

/**
 * Dispatches a copy of an event of the frame's document on the frame, in the page: what happens inside of a frame is not heard
 * outside of it.
 *
 * @returns whether the page leaves the event to the frame: nobody has called `preventDefault()`.
 */
export function repeatOn(iframe: HTMLIFrameElement, event: UIEvent): boolean {
  const page = iframe.ownerDocument.defaultView ?? window;
  const init: Record<string, unknown> = {};
  for (const name in event) init[name] = event[name as keyof UIEvent];
  const { left, top } = iframe.getBoundingClientRect();
  Object.assign(init, {
    view: page,
    relatedTarget: null,
    clientX: (init['clientX'] as number) + left,
    clientY: (init['clientY'] as number) + top,
  });
  const Constructor = page[event.constructor.name as Repeatable];
  return iframe.dispatchEvent(new Constructor(event.type, init));
}
