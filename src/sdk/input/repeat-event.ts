type Repeatable = 'PointerEvent' | 'MouseEvent' | 'KeyboardEvent';

/**
 * Dispatches a copy of an event in the frame's document on the iframe element, because events inside a frame do not
 * reach the page.
 *
 * @returns Whether the frame should still handle the event: nobody in the page has called `preventDefault()`.
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
