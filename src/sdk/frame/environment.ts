import type { FrameWindow } from '../loading/source.ts';

/** Why the component does not join in this browser. Each value is also a code of `ZoomJoinError`. */
export type BlockingProblem =
  | 'unsupported-environment'
  | 'page-sandboxed'
  | 'insecure-context'
  | 'browser-unsupported'
  | 'phone-unsupported';

/**
 * What the SDK needs from the browser, on the window and on its `navigator`. If one is missing, `init` rejects with
 * 5000 (read in its bundle, function `checkSystemRequirements`). WebRTC is not required: without
 * `RTCPeerConnection` the SDK still joins and sends its media another way.
 */
const ABILITIES = ['WebAssembly', 'Worker', 'AudioWorklet'] as const;
const DEVICES = ['mediaDevices', 'mediaCapabilities'] as const;

/**
 * Checks the browser before each attempt. Returns `undefined` if a join can be attempted.
 *
 * @param phones `'try'`: also join on phones.
 */
export function blockingProblem(page: FrameWindow, phones?: 'link' | 'try'): BlockingProblem | undefined {
  // jsdom and happy-dom have no layout and no secure context, and a unit test must not send requests.
  if (/jsdom|HappyDOM/i.test(page.navigator.userAgent)) return 'unsupported-environment';
  // The page cannot write into a frame of its own, because each has an origin that is equal to no other.
  if (page.origin === 'null') return 'page-sandboxed';
  // This comes before the features, because an insecure page lacks most of them for this reason.
  if (!page.isSecureContext) return 'insecure-context';
  if (phones !== 'try' && isPhone(page.navigator)) return 'phone-unsupported';
  return missingAbilities(page).length > 0 ? 'browser-unsupported' : undefined;
}

/** Returns the names of missing features, such as `WebAssembly`. */
export const missingAbilities = (page: FrameWindow): readonly string[] => [
  ...ABILITIES.filter((name) => !(name in page)),
  ...DEVICES.filter((name) => !(name in page.navigator)),
];

/**
 * Whether the browser can send H.264, without which meetings with WebRTC video reconnect again and again (seen with SDK
 * 6.2.0 in Firefox, which has it only when it has downloaded a plug-in). Also `true` if there is no WebRTC.
 */
export const hasH264 = (page: FrameWindow): boolean => {
  const capabilities = page.RTCRtpSender?.getCapabilities?.('video');
  return capabilities?.codecs.some(({ mimeType }) => /\/h264$/i.test(mimeType)) ?? true;
};

/**
 * Zoom says that the component view is not suitable for phones
 * (developers.zoom.us/docs/meeting-sdk/web/component-view), but the SDK itself runs there. Tablets don't match, nor
 * do phones that request the desktop site. The user agent is enough: Chromium's `userAgentData.mobile` says no more
 * than its word "Mobile", and other browsers lack it.
 */
export const isPhone = ({ userAgent }: Navigator): boolean =>
  /iPhone|iPod|(Android|HarmonyOS|Phone;).*Mobile/.test(userAgent);

/** Whether `forbiddenMedia` may find something. Its code is loaded only then, since most pages don't need it. */
export const mayForbidMedia = (page: Window): boolean =>
  page.parent !== page ||
  ['camera', 'microphone', 'display-capture'].some(
    (media) => (page.document as PolicyDocument).featurePolicy?.allowsFeature(media) === false,
  );

/** So far only Chromium has it. */
export interface PolicyDocument {
  featurePolicy?: { allowsFeature(feature: string): boolean };
}
