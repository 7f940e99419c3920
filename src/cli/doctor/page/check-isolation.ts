import { type Check, info, ok, warning } from '../check.ts';

/** A header may have parameters, such as `report-to`. */
const headerValue = (headers: Headers, name: string): string =>
  headers.get(name)?.split(';')[0]?.trim().toLowerCase() ?? '';

const opener = (headers: Headers): boolean =>
  headerValue(headers, 'cross-origin-opener-policy') === 'same-origin';
const embedder = (headers: Headers): boolean =>
  ['credentialless', 'require-corp'].includes(headerValue(headers, 'cross-origin-embedder-policy'));

/** Whether the page is cross-origin isolated, unless another page embeds it. */
export const isIsolated = (headers: Headers): boolean => opener(headers) && embedder(headers);

const VIEWS =
  'All five views need WebRTC video, which createSignatureHandler() and createGrant() ask for by default (createSignature() with videoWebRtcMode: 1), or isolation. Without both, there are two views, and two people at once.';

/** Checks whether the page is cross-origin isolated, and says what this means for the meeting. */
export function checkIsolation(headers: Headers): Check {
  if (isIsolated(headers)) {
    return ok(
      'Cross-origin isolated: all five views, whatever the signature says. Sign-in pop-ups lose their opener.',
    );
  }
  if (embedder(headers) || opener(headers)) {
    const [has, lacks] = embedder(headers)
      ? ['Cross-Origin-Embedder-Policy', 'Cross-Origin-Opener-Policy: same-origin']
      : ['Cross-Origin-Opener-Policy', 'Cross-Origin-Embedder-Policy: credentialless'];
    // An opener policy alone is common, and no sign that isolation is wanted.
    const check = embedder(headers) ? warning : info;
    return check(`Not cross-origin isolated: there is a ${has}, but no ${lacks}.`, VIEWS);
  }
  return info('Not cross-origin isolated.', VIEWS);
}
