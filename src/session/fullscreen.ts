import { call } from './api/handlers.ts';
import type { SessionOwner } from './owner.ts';

/**
 * Makes the component full screen: its root element or, with `useZoomJoin`, the element that the meeting fills. Tells of it,
 * and of its end, however it comes.
 *
 * @throws what the browser says where it does not allow it
 */
export async function requestFullscreen(owner: SessionOwner): Promise<void> {
  const { element } = owner;
  const root = element?.closest('[data-zoom-join]') ?? element;
  // An iPhone has no such method, and before the component's first commit there is no element.
  await (root as Element).requestFullscreen();
  watch(root as Element, owner);
}

/** Until it is not full screen any more: on an unmount, too, the browser ends it, and tells. */
function watch(root: Element, owner: SessionOwner): void {
  const page = root.ownerDocument;
  const look = () => {
    // In a shadow root it is not `fullscreenElement` of the document.
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
