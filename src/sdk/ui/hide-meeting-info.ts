import type { MeetingFrame } from '../frame/frame.ts';
import { type HideMeetingInfo, hides } from '../init/init-options.ts';
import type { FrameWindow } from '../loading/source.ts';
import { PROFILE } from '../profile/profile.ts';

/**
 * Hides what the SDK's `meetingInfo` option does not: other UI that shows these values or lets somebody join. What
 * shows the values themselves is hidden by `guardSecrets`, whatever it is.
 */
export function hideInfo(frame: MeetingFrame, hide: HideMeetingInfo | undefined): void {
  if (hides(hide, 'invite')) frame.addStyle(`${PROFILE.markup.phoneDialog}{display:none!important}`);
  if (hides(hide, 'mn')) turnOffCaptionToken(frame.window);
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
