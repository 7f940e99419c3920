import type { BlockingProblem } from '../sdk/frame/environment.ts';
import { MEDIA } from '../sdk/frame/forbidden-media.ts';
import type { ScriptState } from '../sdk/loading/check-script.ts';
import type { SignatureProblemCode } from '../signature/inspect-signature.ts';
import type { Diagnosis, DiagnosisCode, DiagnosisFinding } from './types.ts';

type Severity = DiagnosisFinding['severity'];
type Text = readonly [severity: Severity, message: string, hint: string];
type OwnCode = Exclude<DiagnosisCode, `signature-${SignatureProblemCode}`>;

const SELF_HOST = 'or host the SDK yourself: sdk={selfHosted("/zoom-sdk")}';
const WHOLE_POLICY = 'docs/content-security-policy.md has the whole policy.';

/** `#` is replaced by the part that varies. */
const TEXTS: Readonly<Record<OwnCode, Text>> = {
  'page-sandboxed': [
    'error',
    'The page is in a frame with `sandbox`, which gives it no origin.',
    'Add allow-same-origin to the `sandbox` of that frame, or open the page in a tab.',
  ],
  'insecure-context': [
    'error',
    'The page is not secure: camera, microphone and WebAssembly audio are not there.',
    'Serve it over https. http is secure on localhost alone, not on an address of the local network.',
  ],
  'browser-unsupported': [
    'error',
    'This browser lacks what the SDK needs: #.',
    'Use a current Chrome, Edge, Firefox or Safari. WebViews of apps often lack them.',
  ],
  'phone-unsupported': [
    'error',
    'This is a phone, and Zoom’s component view is for desktop browsers.',
    'Give phones the join URL, which opens the Zoom app. Developer tools that play a phone count as one.',
  ],
  'no-webrtc': [
    'warning',
    'WebRTC is switched off here.',
    'A meeting can be joined, with video of lower quality. Extensions and policies for privacy switch it off.',
  ],
  'no-h264': [
    'warning',
    'The browser cannot send H.264, without which meetings with WebRTC video reconnect again and again.',
    'Firefox downloads it soon after its first start (about:addons, Plugins, OpenH264). Or issue signatures without `videoWebRtcMode`.',
  ],
  'not-isolated': [
    'info',
    'The page is not cross-origin isolated.',
    'Zoom then may show fewer people at once. Set `video_webrtc_mode: 1` in the signature, or isolate the page (COOP and COEP headers).',
  ],
  'media-forbidden': [
    'warning',
    'The page may not use: #.',
    'Its Permissions-Policy header, or the `allow` of the frame that it stands in, forbids it, whatever the person would say.',
  ],
  'media-denied': [
    'warning',
    'Refused by the person, the browser or the system: #.',
    'The icon beside the address changes it for this site; the system’s privacy settings for the browser.',
  ],
  'policy-scripts': [
    'error',
    'The Content-Security-Policy forbids the SDK’s scripts.',
    `Allow their host in script-src, pass \`nonce\`, ${SELF_HOST}.`,
  ],
  'policy-styles': [
    'warning',
    'The Content-Security-Policy forbids styles in the page, which the SDK writes.',
    `Pass \`nonce\`, or allow 'unsafe-inline' in style-src. ${WHOLE_POLICY}`,
  ],
  'policy-wasm': [
    'warning',
    'The Content-Security-Policy forbids WebAssembly, which the SDK’s audio and video run on.',
    `Allow 'wasm-unsafe-eval' in script-src. ${WHOLE_POLICY}`,
  ],
  'policy-workers': [
    'warning',
    'The Content-Security-Policy forbids workers from blobs, which the SDK’s audio and video run in.',
    `Allow blob: in worker-src. ${WHOLE_POLICY}`,
  ],
  'policy-connections': [
    'error',
    'The Content-Security-Policy forbids connections that the SDK makes: #',
    `Allow https://zoom.us, https://*.zoom.us and wss://*.zoom.us in connect-src, or the hosts of your \`webEndpoint\`. ${WHOLE_POLICY}`,
  ],
  offline: ['error', 'The browser is offline.', 'It knows of no network at all.'],
  'sdk-file-missing': [
    'error',
    'A script of `sdk` is not there: #',
    'Is the version of zoomCdn() one that Zoom still has, or the base URL of selfHosted() that of the SDK’s `dist` folder?',
  ],
  'sdk-no-javascript': [
    'error',
    'A script of `sdk` is something else than JavaScript: #',
    'Many servers answer an unknown address with their start page. Does zoomSdkAssets() emit the files, and where?',
  ],
  'sdk-server-failed': [
    'error',
    'The server of a script of `sdk` fails: #',
    'Look at its log if it is yours; otherwise try again later.',
  ],
  'sdk-blocked': [
    'error',
    'A script of `sdk` does not come, though the page’s own server answers: #',
    `A browser extension, a firewall or a name server holds it back. Allow its host, ${SELF_HOST}.`,
  ],
  'sdk-unreachable': [
    'error',
    'Neither a script of `sdk` nor the page’s own server answers: #',
    'The connection is lost, or the server is down.',
  ],
  'zoom-blocked': [
    'error',
    'Zoom’s servers do not answer, though the page’s own does.',
    'A browser extension, a firewall or a name server holds them back. Allow *.zoom.us (or the hosts of your `webEndpoint`), https and wss, port 443.',
  ],
  'zoom-unreachable': [
    'error',
    'Neither Zoom’s servers nor the page’s own answer.',
    'The connection is lost, or the servers are down.',
  ],
};

const SCRIPT_FINDINGS: Readonly<Record<Exclude<ScriptState, 'fine'>, OwnCode>> = {
  missing: 'sdk-file-missing',
  'no-javascript': 'sdk-no-javascript',
  'server-failed': 'sdk-server-failed',
  blocked: 'sdk-blocked',
  unreachable: 'sdk-unreachable',
  offline: 'offline',
  hidden: 'policy-connections',
};
const ZOOM_FINDINGS = {
  blocked: 'zoom-blocked',
  unreachable: 'zoom-unreachable',
  offline: 'offline',
  hidden: 'policy-connections',
} as const;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Turns the facts into findings: each code at most once, errors first. */
export function conclude(facts: Omit<Diagnosis, 'ok' | 'findings' | 'toString'>): DiagnosisFinding[] {
  const { browser, page, media, scripts, zoom, signature } = facts;
  const found = new Map<DiagnosisCode, DiagnosisFinding>();
  const add = (code: OwnCode, value = '') => {
    const [severity, message, hint] = TEXTS[code];
    // Keep only the first one: the others usually have the same cause.
    if (!found.has(code))
      found.set(code, { code, severity, message: message.replace('#', () => value), hint });
  };

  if (page.origin === 'null') add('page-sandboxed' satisfies BlockingProblem);
  else if (!page.secureContext) add('insecure-context' satisfies BlockingProblem);
  if (browser.phone) add('phone-unsupported' satisfies BlockingProblem);
  // Skip these for an insecure page, which lacks them for that reason.
  if (page.secureContext && browser.missing.length > 0)
    add('browser-unsupported', browser.missing.join(', '));
  if (!browser.webRtc) add('no-webrtc');
  if (!browser.h264) add('no-h264');
  if (!page.crossOriginIsolated) add('not-isolated');

  const forbidden = MEDIA.filter((name) => media[name].allowed === false);
  if (forbidden.length > 0) add('media-forbidden', forbidden.join(', '));
  // The browser also reports a feature as denied if the policy forbids it.
  const denied = MEDIA.filter((name) => media[name].permission === 'denied' && !forbidden.includes(name));
  if (denied.length > 0) add('media-denied', denied.join(', '));

  for (const need of page.forbidden) if (need !== 'connections') add(`policy-${need}`);
  for (const { src, state, status } of scripts) {
    if (state !== 'fine') add(SCRIPT_FINDINGS[state], status === undefined ? src : `${src} (HTTP ${status})`);
  }
  if (zoom !== undefined && zoom.state !== 'fine') add(ZOOM_FINDINGS[zoom.state], zoom.origin);
  for (const { code, message, hint, fatal } of signature?.problems ?? []) {
    found.set(`signature-${code}`, {
      code: `signature-${code}`,
      severity: fatal ? 'error' : 'warning',
      message: `The signature: ${message}`,
      hint,
    });
  }
  return SEVERITIES.flatMap((severity) => [...found.values()].filter((one) => one.severity === severity));
}
