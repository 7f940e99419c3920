import type { MeetingFrame } from '../frame/frame.ts';
import { DEFAULT_HIDDEN, type HideMeetingInfo } from '../init/init-options.ts';
import type { FrameWindow } from '../loading/source.ts';

/**
 * If the list of rows is empty, the SDK still shows the button of the info panel, which then opens an empty dark
 * box. The button's title is translated, but the name of its icon is not.
 */
const INFO_BUTTON = 'button:has(i[aria-label="Shield Checkmark"])';
/** The element with the buttons of the participants panel. Its name is not translated. */
const PANEL_FOOTER = '[aria-label="participants list footer"]';
/** The dialog in which a participant can let Zoom call somebody, who then joins by phone without a passcode. */
const PHONE_DIALOG = '[role=dialog]:has(#invitee-name)';

/**
 * Hides what the SDK's `meetingInfo` option does not: all other UI that shows these values or lets somebody join.
 */
export function hideInfo(frame: MeetingFrame, hide: HideMeetingInfo = DEFAULT_HIDDEN): void {
  const hides = (item: 'mn' | 'invite') => hide === true || (hide !== false && hide.includes(item));
  if (hide === true) frame.addStyle(`${INFO_BUTTON}{display:none!important}`);
  if (hides('invite')) {
    frame.addStyle(`${PHONE_DIALOG}{display:none!important}`);
    removeInviteButton(frame.window);
  }
  if (hides('mn')) {
    keepNumberFromTabs(frame.window);
    turnOffCaptionToken(frame.window);
  }
}

/**
 * No attribute identifies the invite button in every language, so this reads React's props. The footer's children
 * are [invite, mute all, reclaim host, more]; each is `false` if it is not rendered.
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

/**
 * The host's live-stream menu opens a Zoom page in a new tab, with the meeting number in its URL. Blocks that tab.
 */
function keepNumberFromTabs(frame: FrameWindow): void {
  const open = frame.open.bind(frame);
  frame.open = (url, ...rest) => (/\/broadcast\//.test(String(url)) ? null : open(url, ...rest));
}

/**
 * The host can copy a token for an external caption service, which is a URL with the meeting number. The meeting's
 * options, which the SDK parses from JSON, say whether the account allows that.
 */
function turnOffCaptionToken(frame: FrameWindow): void {
  const parse = frame.JSON.parse.bind(frame.JSON);
  frame.JSON.parse = (text, reviver) => {
    const value: unknown = parse(text, reviver);
    const options = value as { isEnableAllowThirdPartyCCToken?: boolean } | null;
    if (options?.isEnableAllowThirdPartyCCToken) options.isEnableAllowThirdPartyCCToken = false;
    return value;
  };
}
