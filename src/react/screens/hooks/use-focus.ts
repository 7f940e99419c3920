import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * When what had the focus inside the component goes away, the focus goes on to what came in its place: the screen that
 * covers the meeting, or else the meeting. Never from anywhere else: the screen takes it, not its button, so that
 * somebody who is typing presses nothing unawares.
 *
 * @param inside an element whose parent is the component's root
 */
export function useFocus(inside: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>): void {
  /** What has, or had, the focus in the component. */
  const focused = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const root = inside.current?.parentElement;
    if (!root) return;
    const document = root.ownerDocument;
    const note = () => {
      const active = (root.getRootNode() as Document | ShadowRoot).activeElement;
      if (root.contains(active)) focused.current = active;
      // What has been removed is looked for below.
      else if (document.activeElement !== document.body || focused.current?.isConnected)
        focused.current = null;
    };
    note();
    const listening = new AbortController();
    document.addEventListener('focusin', note, listening);
    // A click on the page's background: nothing gets the focus instead. React removes before a microtask, not after.
    document.addEventListener('focusout', () => queueMicrotask(note), listening);
    // An iframe that gets the focus, or loses it, fires no event, but the window around it does.
    for (const type of ['blur', 'focus']) document.defaultView?.addEventListener(type, note, listening);
    return () => listening.abort();
  }, [inside]);

  // At every commit: buttons come and go within a screen, too. What is removed in a commit fires no focusin.
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
