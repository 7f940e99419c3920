import type { MeetingFrame } from '../frame/frame.ts';
import { DEFAULT_HIDDEN, type HideMeetingInfo } from '../init/init-options.ts';
import type { FrameWindow } from '../loading/source.ts';

/**
 * With an empty list of rows the SDK still shows the button of the info panel, which then opens an empty dark box.
 * Its title is translated; its icon's name is not.
 */
const INFO_BUTTON = 'button:has(i[aria-label="Shield Checkmark"])';
/** Where the participants panel has its buttons; the name is not translated. */
const PANEL_FOOTER = '[aria-label="participants list footer"]';
/** The dialog with which a participant has Zoom phone somebody into the meeting, without a passcode. */
const PHONE_DIALOG = '[role=dialog]:has(#invitee-name)';

/** Takes out of the SDK's UI what its option `meetingInfo` leaves there: every other place that shows or lets in. */
export function hideInfo(frame: MeetingFrame, hide: HideMeetingInfo = DEFAULT_HIDDEN): void {
  const hides = (item: 'mn' | 'invite') => hide === true || (hide !== false && hide.includes(item));
  if (hide === true) frame.addStyle(`${INFO_BUTTON}{display:none!important}`);
  if (hides('invite')) {
    frame.addStyle(`${PHONE_DIALOG}{display:none!important}`);
    removeInviteButton(frame.window);
  }
  if (hides('mn')) keepNumberFromTabs(frame.window);
}

/**
 * Nothing in its markup tells the button from those beside it, in any language: what React was given does. The
 * footer's children are [invite, mute all, reclaim host, more], each of them `false` when it is not there.
 */
function removeInviteButton({ document, MutationObserver }: FrameWindow): void {
  new MutationObserver(() => {
    const footer = document.querySelector(PANEL_FOOTER);
    if (footer === null || !hasInvite(footer)) return;
    footer.querySelector('button')?.style.setProperty('display', 'none', 'important');
  }).observe(document.body, { childList: true, subtree: true });
}

function hasInvite(footer: Element): boolean {
  const [, props] = Object.entries(footer).find(([key]) => key.startsWith('__reactProps')) ?? [];
  const children: unknown = props?.children;
  return Array.isArray(children) && Boolean(children[0]);
}

/** The host's live-stream menu opens a page of Zoom's in a new tab, with the meeting number in its address. */
function keepNumberFromTabs(frame: FrameWindow): void {
  const open = frame.open.bind(frame);
  frame.open = (url, ...rest) => (/\/broadcast\//.test(String(url)) ? null : open(url, ...rest));
}
