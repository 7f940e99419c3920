import { type MutableRefObject, type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * When the focused element inside the component disappears, this moves the focus to what replaces it: the screen
 * over the meeting, or else the meeting. It never takes the focus from an element outside. It focuses the screen
 * and not its button, so that a user who is typing doesn't press the button by accident.
 *
 * @param focused the element in the component that has the focus, or had it last, which this keeps up to date
 * @param inside an element whose parent is the component's root
 */
export function useFocus(
  focused: MutableRefObject<Element | null>,
  inside: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const root = inside.current?.parentElement;
    if (!root) return;
    const document = root.ownerDocument;
    const note = () => {
      const active = (root.getRootNode() as Document | ShadowRoot).activeElement;
      if (root.contains(active)) focused.current = active;
      // If the element has been removed, keep it: the effect below handles that.
      else if (document.activeElement !== document.body || focused.current?.isConnected)
        focused.current = null;
    };
    note();
    const noteSoon = () => queueMicrotask(note);
    const listening = new AbortController();
    document.addEventListener('focusin', note, listening);
    // A click on the page's background only fires `focusout`, because no other element gets the focus. If React
    // removes the focused element, it has done so when the microtask runs.
    document.addEventListener('focusout', noteSoon, listening);
    // The page fires no focus event when the meeting's frame loses the focus, but its window does.
    document.defaultView?.addEventListener('focus', noteSoon, listening);
    return () => listening.abort();
  }, [focused, inside]);

  // When the frame gets the focus, only its own window fires an event in every browser. Each attempt has a new frame.
  const heard = useRef<Window | null>(null);
  useLayoutEffect(() => {
    const iframe = inside.current?.parentElement?.querySelector('iframe');
    const frame = iframe?.contentWindow ?? null;
    if (frame === heard.current) return;
    heard.current = frame;
    frame?.addEventListener('focus', () => {
      focused.current = iframe ?? null;
    });
  });

  // Runs at every commit, because buttons also come and go within a screen. Removing the focused element fires no
  // `focusin`.
  useLayoutEffect(() => {
    const element = focused.current;
    if (element === null) return;
    const { activeElement, body } = element.ownerDocument;
    const isGone = !element.isConnected && activeElement === body;
    const isCovered = panel.current && activeElement === element && element.localName === 'iframe';
    if (!isGone && !isCovered) return;
    const next = panel.current ?? inside.current?.parentElement?.querySelector('iframe');
    next?.focus({ preventScroll: true });
  });
}
