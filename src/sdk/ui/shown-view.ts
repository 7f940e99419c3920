import type { ZoomView } from '../init/init-options.ts';

const INTERVAL_MS = 50;

/**
 * Every panel's id names the view that is shown and the layout, such as `suspension-view-tabpanel-speaker-multiple`;
 * `limited multiple` is the stacked layout.
 */
export const PANEL = '[id^=suspension-view-tabpanel-]';

/** The view that the meeting shows; `undefined` while it shows none: in the waiting room, while reconnecting. */
export function shownView(root: ParentNode): ZoomView | undefined {
  return viewOf(root.querySelector(PANEL));
}

/** Where the SDK draws the people, empty at first. `null` while it shows no meeting. */
export const shownPanel = (root: ParentNode): Element | null => root.querySelector(`${PANEL}:not([hidden])`);

/** Without WebRTC video or cross-origin isolation the SDK has two tiles, stacked, and two views. */
export function isStacked(root: ParentNode): boolean {
  return root.querySelector(`${PANEL}[id$=' multiple']`) !== null;
}

export const viewOf = (panel: Element | null): ZoomView | undefined =>
  panel?.id.split('-')[3] as ZoomView | undefined;

/** When to look again at what the SDK draws. */
export const soon = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
