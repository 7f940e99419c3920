import type { ZoomView } from '../init/init-options.ts';

const INTERVAL_MS = 50;

/**
 * The id of every panel contains the current view and the layout, such as
 * `suspension-view-tabpanel-speaker-multiple`; `limited multiple` is the stacked layout.
 */
export const PANEL = '[id^=suspension-view-tabpanel-]';

/** Returns the current view, or `undefined` if there is none: in the waiting room, or while reconnecting. */
export function shownView(root: ParentNode): ZoomView | undefined {
  return viewOf(root.querySelector(PANEL));
}

/**
 * Returns the element that the SDK renders the participants into, empty at first. `null` while there is no meeting.
 */
export const shownPanel = (root: ParentNode): Element | null => root.querySelector(`${PANEL}:not([hidden])`);

/**
 * Without WebRTC video or cross-origin isolation, the SDK shows only two tiles, stacked, and has only two views.
 */
export function isStacked(root: ParentNode): boolean {
  return root.querySelector(`${PANEL}[id$=' multiple']`) !== null;
}

export const viewOf = (panel: Element | null): ZoomView | undefined =>
  panel?.id.split('-')[3] as ZoomView | undefined;

/** Resolves when it is time to check the SDK's UI again. */
export const soon = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
