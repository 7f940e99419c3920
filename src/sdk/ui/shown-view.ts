import type { ZoomView } from '../init/init-options.ts';
import { PROFILE } from '../profile/profile.ts';

const INTERVAL_MS = 50;

const VIEWS: readonly ZoomView[] = ['gallery', 'speaker', 'ribbon', 'minimized', 'active'];

/** See `SdkMarkup.panel`. */
export const PANEL = PROFILE.markup.panel;

/**
 * Returns the current view, or `undefined` if there is none: in the waiting room, while reconnecting, or if the SDK has
 * changed its ids.
 */
export function shownView(root: ParentNode): ZoomView | undefined {
  const words = idWords(root);
  return VIEWS.find((view) => words.includes(view));
}

/**
 * Returns the element that the SDK renders the participants into, empty at first. `null` while there is no meeting.
 */
export const shownPanel = (root: ParentNode): Element | null => root.querySelector(`${PANEL}:not([hidden])`);

/**
 * Without WebRTC video or cross-origin isolation, the SDK shows only two tiles, stacked, and has only two views.
 */
export const isStacked = (root: ParentNode): boolean => idWords(root).includes(PROFILE.markup.stacked);

/** Whether the SDK shows a meeting whose view can't be read. */
export const hasUnknownView = (root: ParentNode): boolean =>
  shownPanel(root) !== null && shownView(root) === undefined;

const idWords = (root: ParentNode): string[] => shownPanel(root)?.id.split(/[ -]/) ?? [];

/** Resolves when it is time to check the SDK's UI again. */
export const soon = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
