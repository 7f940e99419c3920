import type { ScriptState } from '../../sdk/loading/check-script.ts';
import type { LoadProblem } from '../../sdk/loading/load-sdk.ts';
import { SDK_VERSION } from '../../sdk/profile/versions.ts';
import type { FailureCase } from '../failure.ts';
import type { ZoomJoinErrorCode } from '../zoom-join-error.ts';

const SELF_HOST = 'host the SDK yourself: sdk={selfHosted("/zoom-sdk")}.';

/** `#` is a placeholder for the part that varies. */
export type Words = readonly [message: string, hint: string];

/** The messages and hints for the developer, for what can go wrong around the SDK. */
export const CASES: Readonly<Record<FailureCase, Words>> = {
  'page-sandboxed': [
    'The page is in a frame with `sandbox`, which gives it no origin of its own, so that the SDK cannot run in it.',
    'Add allow-same-origin to the `sandbox` of that frame (allow-scripts is there already), or open the page in a tab: `appUrl` can be its address.',
  ],
  'insecure-context': [
    'The page is not a secure context, so the browser keeps camera and microphone from it.',
    'Serve the page over https, or from localhost.',
  ],
  'browser-unsupported': [
    'This browser lacks something that the SDK needs: WebAssembly, workers, audio worklets or media devices.',
    'The component view is for desktop browsers of the last two versions. Give `appUrl` the join URL: the screen then offers the Zoom app.',
  ],
  'phone-unsupported': [
    'Zoom’s component view is not made for phones.',
    'Give `appUrl` the join URL: the screen then offers the Zoom app. `phones="try"` joins all the same (developers.zoom.us/docs/meeting-sdk/web/component-view).',
  ],
  'unsupported-environment': [
    'There is no real browser here, so nothing of Zoom’s is loaded: this is jsdom or happy-dom.',
    'In a unit test give `sdk` a client of your own, { id, createClient }, or mock react-zoom-join; a test in a real browser can join a practice meeting, createMeetingSimulator() of react-zoom-join/testing.',
  ],
  'invalid-options': [
    '`getSignature` must be a function that returns the signature.',
    'Pass getSignature={(request, { signal }) => fetch(…)} that asks your endpoint.',
  ],
  'invalid-user-name': [
    '`userName` is empty.',
    'Pass the name others should see, or let getSignature return one as `userName`.',
  ],
  'wrong-timeout': [
    '`timeouts.#` is not a number of milliseconds.',
    'Pass a number, 0 or more; `Infinity` is no limit.',
  ],
  'frame-reloaded': [
    'The meeting’s frame has reloaded itself # times within a minute.',
    'Does something in the page set the address of the frame, or reload every frame: a script of an extension, a development tool? If it is the SDK itself, pass another version of it, sdk={zoomCdn("…")}.',
  ],
  'sdk-too-old': [
    'The SDK is #. It is too old for this component: it sends the signature and the passcode in the address of a request.',
    `Use @zoom/meetingsdk 6 or later. sdk={zoomCdn()} loads ${SDK_VERSION}.`,
  ],
  'opaque-without-number': [
    '`meeting` is a name of your own, so `getSignature` must return the `meetingNumber` too.',
    'Let your endpoint answer { signature, meetingNumber, password? }, or pass the meeting number as `meeting`.',
  ],
  'granted-number': [
    'The `meetingNumber` that `getSignature` returned does not have 9 to 11 digits.',
    'Return the number from the invitation or from Zoom’s API, without its join URL.',
  ],
  'signature-timeout': [
    '`getSignature` did not answer within # s.',
    'Check your signature endpoint; `timeouts.signature` allows it more time.',
  ],
  'signature-request-failed': [
    '`getSignature` threw instead of returning a signature.',
    'Look at `cause`: is your endpoint reachable, and does it let this person in?',
  ],
  'signature-unreachable': [
    '`getSignature` could not reach your endpoint.',
    'Look at the network panel: a wrong address, a server that is down, a missing CORS header, `connect-src` of the Content-Security-Policy, or a lost connection.',
  ],
  'signature-denied': [
    'Your endpoint did not let this person in: `getSignature` got HTTP status #.',
    'Is this person signed in, and does `authorize` return a grant for this meeting? Are cookies sent (`credentials`)?',
  ],
  'endpoint-refused': [
    'Your endpoint refused the request: `getSignature` got HTTP status #.',
    'Check address, method (POST), content type (application/json) and body of the request in `getSignature`.',
  ],
  'signature-endpoint-failed': [
    'Your endpoint failed: `getSignature` got HTTP status #.',
    'Look at your server’s log. `onError` of createSignatureHandler gets what was wrong.',
  ],
  'signature-unreadable': [
    'Your endpoint answered `getSignature` with something else than JSON.',
    'Does its address exist? Many servers answer an unknown one with their start page. It must answer { "signature": "…" }.',
  ],
  'signature-missing': [
    '`getSignature` returned no signature.',
    'Return the JWT as a string, or { signature, … }. Is a `return` or an `await` missing?',
  ],
  'wrong-grant': [
    '`getSignature` returned something else than a signature: see #.',
    'Return the JWT as a string, the endpoint’s Response, or { signature: string, meetingNumber?: string, password?: string, … }.',
  ],
  'join-timeout': [
    'Zoom did not answer within # s.',
    'A firewall may hold back wss://*.zoom.us. `timeouts.join` allows a slow network more time.',
  ],
  'connection-lost': [
    'The connection to the meeting was lost and could not be found again.',
    'Check the network of the person. `timeouts.reconnect` says how long the meeting is tried again. `cause` is why the last try failed.',
  ],
  'not-in-meeting': [
    'end() was called outside of a meeting.',
    'Call it while the status is `joined`; `handle.client` is null where it is not.',
  ],
  'meeting-over': [
    '`#()` was called on the client of a meeting that is over.',
    'Read `client` of the handle each time you need it: it is that of the current meeting, and `null` outside of one.',
  ],
  'fullscreen-unavailable': [
    'The browser did not take the meeting into full screen.',
    'Call requestFullscreen() in the handler of a click or a key, while the component is in the page; a page in a frame needs allow="fullscreen" there. An iPhone has no full screen for pages: show no button where `document.fullscreenEnabled` is not true.',
  ],
  'component-load-failed': [
    'A part of react-zoom-join could not be loaded.',
    'It is a chunk of your bundle: is the connection lost, or has the app been deployed anew?',
  ],
  internal: [
    'The meeting could not be started because of an unexpected error.',
    'Look at `cause`, and please report it as a bug of react-zoom-join.',
  ],
};

/**
 * The messages for problems with loading the SDK. `#` is the address of a script, the id of `sdk` if it is about
 * all scripts, or the policy's directive.
 */
export const LOAD_CASES: Readonly<Record<LoadProblem, Words>> = {
  failed: [
    'A script of `sdk` could not be loaded: #',
    'Its server fails or cannot be reached, or the connection broke. Open that address in a tab.',
  ],
  blocked: [
    'The page’s Content-Security-Policy blocks a script of `sdk`: #',
    `Allow that host in script-src, pass \`nonce\`, or ${SELF_HOST}`,
  ],
  'trusted-types': [
    'The page’s Content-Security-Policy does not let the meeting’s frame be written: #',
    'The SDK knows nothing of Trusted Types, so its frame needs a policy named `default`, which is not that of your page: add `default` to `trusted-types`, or leave that directive out.',
  ],
  timeout: [
    'A script of `sdk` did not arrive in time: #',
    `Check the network. \`timeouts.load\` allows a slow one more time; or ${SELF_HOST}`,
  ],
  'not-found': [
    'The scripts of `sdk` loaded, but brought no Zoom Meeting SDK: #',
    'Check that the last script is the component view ("embedded") build of the SDK, and that React 18.2 and ReactDOM come first.',
  ],
};

/**
 * More exact messages, based on a second request for the script, because the script's error event doesn't reveal
 * the cause.
 */
export const FOUND_OUT: Readonly<
  Partial<Record<ScriptState, readonly [code: ZoomJoinErrorCode, ...words: Words]>>
> = {
  missing: [
    'sdk-file-missing',
    'A script of `sdk` is not there: #',
    'Check the version, or the base URL and whether the SDK’s files are deployed under it.',
  ],
  'no-javascript': [
    'sdk-file-missing',
    'In place of a script of `sdk` the server sends something else: #',
    'Many servers answer an unknown address with their start page: check the base URL and whether the SDK’s files are deployed under it.',
  ],
  blocked: [
    'sdk-blocked',
    'A script of `sdk` is blocked: #',
    `The page’s own server answers, so it is a browser extension, a firewall or a name server. If your users have such, ${SELF_HOST}`,
  ],
};

/** The script is there, so it is not the one whose hash is in `integrity`. */
export const CHANGED: readonly [code: ZoomJoinErrorCode, ...words: Words] = [
  'sdk-blocked-by-policy',
  'A script of `sdk` is not the one whose hash is in `integrity`: #',
  'If Zoom has changed the file, or the version is another one, get the new hash; otherwise somebody else has changed it.',
];
