import { call } from './api/handlers.ts';
import type { SessionOwner } from './owner.ts';

/**
 * Shows the component in full screen: its root element or, with `useZoomJoin`, the element that the meeting fills.
 * Reports when full screen starts and when it ends, for whatever reason.
 *
 * @throws the browser's error if full screen is not allowed
 */
export async function requestFullscreen(owner: SessionOwner): Promise<void> {
  const { element } = owner;
  const root = element?.closest('[data-zoom-join]') ?? element;
  // This throws on an iPhone, which has no such method, and before the component's first commit, when there is no
  // element.
  await (root as Element).requestFullscreen();
  watch(root as Element, owner);
}

/**
 * Watches the element until it leaves full screen. On an unmount, the browser ends full screen and fires the event,
 * too.
 */
function watch(root: Element, owner: SessionOwner): void {
  const page = root.ownerDocument;
  const look = () => {
    // Don't compare with `document.fullscreenElement`, which is another element if this one is in a shadow root.
    const isFullscreen = root.matches(':fullscreen');
    if (!isFullscreen) page.removeEventListener('fullscreenchange', look);
    root.toggleAttribute('data-fullscreen', isFullscreen);
    const snapshot = owner.getSnapshot();
    if (snapshot.isFullscreen === isFullscreen) return;
    owner.publish({ ...snapshot, isFullscreen });
    void call(owner.options, 'onFullscreenChange', isFullscreen);
  };
  page.addEventListener('fullscreenchange', look);
  look();
}
