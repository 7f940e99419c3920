import type { SdkPart } from '../../sdk/client/sdk-part.ts';
import { forbiddenMedia } from '../../sdk/frame/forbidden-media.ts';
import type { BlockedUse } from '../../sdk/guard/blocked-use.ts';
import type { InitFinding } from '../../sdk/init/check-init.ts';
import { SDK_VERSION } from '../../sdk/profile/versions.ts';
import type { SignatureFinding } from '../../signature/check-signature.ts';
import { explainSignature } from '../../signature/signature-problems.ts';
import { isDevelopment } from '../../utils/is-development.ts';
import { call } from '../api/handlers.ts';
import type { MeetingOptions } from '../api/options.ts';
import type { ZoomJoinWarning } from './warning.ts';

/** Describes a warning. Its message is loaded only when it is needed. */
export type WarningFacts =
  /** There is no warning if a closer look finds that the page forbids nothing. */
  | { readonly code: 'media-forbidden'; readonly page: Window }
  | { readonly code: 'no-h264' }
  | { readonly code: 'signature-doubtful'; readonly problem: SignatureFinding }
  | { readonly code: 'screen-failed'; readonly name: string; readonly cause: unknown }
  | InitFinding
  | { readonly code: 'remounted' }
  | { readonly code: 'sdk-not-stable' }
  | { readonly code: 'shortcut-unknown'; readonly shortcut: unknown }
  /** In px. */
  | { readonly code: 'too-small'; readonly width: number; readonly height: number }
  | { readonly code: 'sdk-changed'; readonly what: SdkPart }
  | { readonly code: 'secret-blocked'; readonly what: BlockedUse }
  | { readonly code: 'sdk-untested'; readonly version: string }
  | { readonly code: 'app-url-failed'; readonly problem: AppUrlProblem; readonly cause?: unknown };

/**
 * Why `appUrl` was not opened. `no-address`: it is not a URL. `scheme`: URLs of its kind are not opened.
 * `rejected`: the function threw or rejected. `popup`: the browser refused to open a tab.
 */
export type AppUrlProblem = 'no-address' | 'scheme' | 'rejected' | 'popup';

const APP_URL: Readonly<Record<AppUrlProblem, string>> = {
  'no-address':
    '`appUrl` is no URL, and returned none. Give it the join URL of this person, or a path of yours that redirects there.',
  scheme: '`appUrl` is refused: only http:, https: and Zoom’s own schemes (zoommtg:, zoomus:) are opened.',
  rejected: '`appUrl` threw or rejected: no address could be opened. See `cause`.',
  popup:
    'The browser did not open a tab for `appUrl`. If the page is in a frame with `sandbox`, that needs allow-popups and allow-popups-to-escape-sandbox.',
};

const TRIED = `Use @zoom/meetingsdk ${SDK_VERSION}, or look for a newer react-zoom-join.`;

const BLOCKED: Readonly<Record<BlockedUse, string>> = {
  tab: 'open a tab with the meeting number, the passcode or the invite link in its address, which `hideMeetingInfo` hides',
  clipboard: 'copy the meeting number, the passcode or the invite link, which `hideMeetingInfo` hides',
  dialog:
    'show the meeting number, the passcode or the invite link in a dialog of the browser, which `hideMeetingInfo` hides',
  request:
    'send the signature, the passcode or a token in the address of a request, which servers and proxies log',
  call: 'phone somebody into the meeting, who would need no passcode. `hideMeetingInfo` hides `invite`',
};

const CHANGED: Readonly<Record<SdkPart, string>> = {
  'meeting-info':
    'It shows what lets somebody join, and `hideMeetingInfo` hides: that was found by its value, and hidden.',
  words:
    'Its names of the controls that `hideMeetingInfo` hides were not found, so those controls may be visible.',
  'info-button': 'The button of its meeting info panel was not found, so that it may be visible.',
  views:
    'Its views were not recognized, so that `onViewChange` does not tell what people choose in Zoom’s own menu.',
  widget: 'The box of its meeting was not recognized, so that the meeting is fitted by what is visible.',
};

/** Calls `onWarning`, or else logs to the console, in development only. */
export async function warn(options: MeetingOptions, facts: WarningFacts): Promise<void> {
  const message = await messageOf(facts);
  if (message === undefined) return;
  const warning: ZoomJoinWarning = {
    code: facts.code,
    message,
    ...('what' in facts && { what: facts.what }),
  };
  // Not enumerable, as in an error: `JSON.stringify` must not write it, or throw because of it.
  if ('cause' in facts) Object.defineProperty(warning, 'cause', { value: facts.cause });
  if (options.onWarning !== undefined) call(options, 'onWarning', warning);
  else if (isDevelopment()) console.warn(`react-zoom-join: ${warning.message}`);
}

async function messageOf(facts: WarningFacts): Promise<string | undefined> {
  switch (facts.code) {
    case 'media-forbidden': {
      const media = await forbiddenMedia(facts.page);
      if (media.length === 0) return undefined;
      return `This page forbids Zoom to use: ${media.join(', ')}. Its Permissions-Policy header, or the \`allow\` of the frame that the page is in, must allow them to itself; people without a camera or microphone there are offered \`appUrl\`, if you give one.`;
    }
    case 'no-h264':
      return 'This browser cannot send H.264, so a meeting whose signature asks for WebRTC video (`video_webrtc_mode: 1`) loses its connection again and again. Firefox downloads what it needs soon after its first start (about:addons, Plugins, OpenH264). `videoWebRtcMode: 0` of your signature endpoint is another way.';
    case 'signature-doubtful': {
      const { message, hint } = explainSignature(facts.problem);
      return `\`getSignature\` returned a signature that may not work. ${message} ${hint}`;
    }
    case 'screen-failed':
      return `\`screens.${facts.name}\` threw an error: the default screen is shown in its place, and the meeting goes on. See \`cause\`.`;
    case 'shortcut-unknown':
      return `\`shortcuts\` has an entry that is no shortcut: ${JSON.stringify(facts.shortcut)}. Write it as in aria-keyshortcuts, with the modifiers Control, Alt, Shift and Meta: "Control+K", "Meta+Shift+P", "?".`;
    case 'app-url-failed':
      return APP_URL[facts.problem];
    case 'init-ignored':
      return `Options that are ignored: ${facts.ignored.map(({ option, why }) => `\`${option}\` (${why})`).join(', ')}.`;
    case 'info-shown':
      return `\`init.customize.meetingInfo\` shows what \`hideMeetingInfo\` hides: ${facts.rows.join(', ')}. If that is what you want, say so in one place: give \`hideMeetingInfo\` the rows to hide, and leave \`meetingInfo\` out.`;
    case 'remounted':
      return 'The meeting was left and joined again, because React unmounted <ZoomJoin> and mounted another one for the same meeting. Keep it at one place in the tree, with the same `key`: change its style or its parent’s class at a breakpoint, not the elements around it.';
    case 'sdk-not-stable':
      return '`sdk` is another one at each render, so the meeting would be left and joined again each time. The first ones were tried, and the last of them is kept. Create it once: outside of the component, or inside it with `useState(() => createMeetingSimulator())`.';
    case 'sdk-untested':
      return `The SDK is ${facts.version}, with which this package was not tried. ${TRIED}`;
    case 'secret-blocked':
      return `Something in the meeting wanted to ${BLOCKED[facts.what]}. That was prevented.`;
    case 'sdk-changed':
      return `The SDK is not as it was when this package was tried with it. ${CHANGED[facts.what]} ${TRIED}`;
    case 'too-small':
      return `The meeting is in a box of ${facts.width}×${facts.height} px, in which nobody can see it. It fills its container: give that a width and a height, or <ZoomJoin> itself by \`style\` or \`className\`.`;
  }
}
