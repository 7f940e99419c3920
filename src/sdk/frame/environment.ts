import type { FrameWindow } from '../loading/source.ts';

/** Why a join in this browser makes no sense. Each is a code of `ZoomJoinError`. */
export type BlockingProblem =
  | 'unsupported-environment'
  | 'insecure-context'
  | 'browser-unsupported'
  | 'phone-unsupported';

/**
 * What the SDK asks of a browser, on the window and on its `navigator`: where one is missing, `init` rejects with 5000
 * (read in its bundle, function `checkSystemRequirements`). WebRTC is not among them: without `RTCPeerConnection` the
 * SDK joins all the same and sends its media another way.
 */
const ABILITIES = ['WebAssembly', 'Worker', 'AudioWorklet'] as const;
const DEVICES = ['mediaDevices', 'mediaCapabilities'] as const;

/** Checked before each join. Absent: a join can be tried. @param phones `'try'`: on phones as well */
export function blockingProblem(page: FrameWindow, phones?: 'link' | 'try'): BlockingProblem | undefined {
  // No layout, no secure context, and nothing may be requested in a unit test.
  if (/jsdom|HappyDOM/i.test(page.navigator.userAgent)) return 'unsupported-environment';
  // First: an insecure page lacks most of the others because of it.
  if (!page.isSecureContext) return 'insecure-context';
  if (phones !== 'try' && isPhone(page.navigator)) return 'phone-unsupported';
  return missingAbilities(page).length > 0 ? 'browser-unsupported' : undefined;
}

/** By name, such as `WebAssembly`. */
export const missingAbilities = (page: FrameWindow): readonly string[] => [
  ...ABILITIES.filter((name) => !(name in page)),
  ...DEVICES.filter((name) => !(name in page.navigator)),
];

/**
 * Zoom calls the component view unfit for phones (developers.zoom.us/docs/meeting-sdk/web/component-view); the SDK
 * itself lets them in. Tablets pass, and phones that ask for the desktop page. The user agent is enough: Chromium's
 * `userAgentData.mobile` says no more than the word in it, and the others lack it.
 */
export const isPhone = ({ userAgent }: Navigator): boolean =>
  /iPhone|iPod|(Android|HarmonyOS|Phone;).*Mobile/.test(userAgent);

/** Whether `forbiddenMedia` may find something. It loads then: most pages have no use for it. */
export const mayForbidMedia = (page: Window): boolean =>
  page.parent !== page ||
  ['camera', 'microphone', 'display-capture'].some(
    (media) => (page.document as PolicyDocument).featurePolicy?.allowsFeature(media) === false,
  );

/** Chromium's alone so far. */
export interface PolicyDocument {
  featurePolicy?: { allowsFeature(feature: string): boolean };
}
