import type { SignatureFinding } from '../meeting/signature-check.ts';
import { explainSignature } from '../meeting/signature-problems.ts';
import type { SdkFailure } from '../sdk/client.ts';
import { joinError } from './codes.ts';
import type { ZoomJoinError, ZoomJoinErrorCode } from './error.ts';

const CONNECTION_ERROR = -3000;
const BROWSER_UNSUPPORTED = 5000;
const WRONG_PASSCODE = 3004;
/** What the SDK has no number for. */
const UNNAMED = 200;

/** Zoom's addresses for signing in come without their host. */
const ZOOM = 'https://zoom.us';

type Row = readonly [code: ZoomJoinErrorCode, hint: string];

const SETUP = 'Check the app in the Zoom App Marketplace and the account it belongs to.';
const REFERENCE = 'Check the meeting number that `meeting` or your endpoint gives.';
const SERVERS = 'Zoom’s servers could not be reached or were busy. Try again in a while.';
const TOKENS = 'Check the ZAK, OBF or recording token that your endpoint returns.';
const OTHER_ACCOUNT =
  'A meeting of another account needs a ZAK, or an OBF token of somebody who is in it already (developers.zoom.us/docs/meeting-sdk/obf-faq).';
const LOGIN =
  'This meeting is for people signed in to Zoom: return a `zak`, or let them join in the Zoom app.';
const WEB = 'This kind of meeting or webinar cannot be joined in a browser. Offer the Zoom app.';
const ENCRYPTED_PASSCODE =
  'The passcode was taken from the `pwd` of the join URL in `meeting`, which is usually an encrypted form that the SDK refuses. Pass the plain passcode: meeting={{ meetingNumber, password }}.';
const HOST = 'Starting a meeting needs `role="host"`, a signature with role 1 and the host’s `zak`.';

/**
 * Zoom's numbers, as SDK 6.2.0 reports them from a failed join. Where Zoom's public table differs (3000 and
 * 3005), this is what the SDK does.
 */
export const ZOOM_CODES: Readonly<Record<number, Row>> = {
  [CONNECTION_ERROR]: ['connection-failed', SERVERS],
  403: ['connection-failed', SERVERS],
  3000: ['another-meeting-in-progress', 'The host has another meeting running. Try again when it is over.'],
  3001: ['meeting-not-found', REFERENCE],
  3003: ['permission-denied', HOST],
  3004: [
    'wrong-passcode',
    'Check the passcode: let getSignature return the plain one as `password`, or pass meeting={{ meetingNumber, password }}.',
  ],
  3005: ['email-required', 'Pass `userEmail`: this webinar asks for it.'],
  3008: ['not-started', 'The host has not started the meeting yet.'],
  3009: ['removed', 'The host removed this person; Zoom does not let them back in.'],
  3010: ['permission-denied', HOST],
  3034: ['login-required', LOGIN],
  3051: ['login-required', LOGIN],
  3052: ['login-required', LOGIN],
  3082: ['login-required', LOGIN],
  3099: ['registration-required', 'Register the person with Zoom’s API and return their `tk`.'],
  3100: ['login-required', LOGIN],
  3265: ['token-invalid', TOKENS],
  3603: ['web-join-disabled', WEB],
  3604: ['web-join-disabled', WEB],
  3606: ['web-join-disabled', WEB],
  3608: ['web-join-disabled', WEB],
  3609: ['web-join-disabled', WEB],
  3610: ['meeting-not-found', `${REFERENCE} An expired \`tk\` is reported so, too.`],
  3611: ['web-join-disabled', WEB],
  3620: ['blocked', 'The host’s account denies this e-mail address.'],
  3621: ['connection-failed', SERVERS],
  3622: ['connection-failed', SERVERS],
  3623: ['token-invalid', TOKENS],
  3624: ['token-invalid', TOKENS],
  3625: ['permission-denied', 'The host’s Zoom user is not active.'],
  3627: ['blocked', 'This is the host’s e-mail address; a participant needs another one.'],
  3630: ['web-join-disabled', WEB],
  3633: ['too-many-requests', SERVERS],
  3634: ['too-many-requests', SERVERS],
  3635: [
    'sdk-assets-unreachable',
    'A WebAssembly file of the SDK did not start: check the Content-Security-Policy (wasm-unsafe-eval) and `assetPath`.',
  ],
  3701: ['web-join-disabled', WEB],
  3702: ['meeting-not-found', REFERENCE],
  3703: ['meeting-not-found', REFERENCE],
  3704: [
    'signature-invalid',
    'Zoom does not know the SDK key: is it the Client ID of the app, and is `appKey` in the signature?',
  ],
  3705: ['signature-expired', 'Sign for at least 30 minutes, and check the clock of your server.'],
  3706: ['meeting-not-found', REFERENCE],
  3707: ['meeting-not-found', REFERENCE],
  3708: ['permission-denied', HOST],
  3709: ['permission-denied', HOST],
  3710: ['permission-denied', SETUP],
  3711: ['permission-denied', OTHER_ACCOUNT],
  3712: [
    'signature-invalid',
    'Check the SDK secret, and that the signature is for this meeting and role. One that fails only sometimes is usually the server’s clock.',
  ],
  3713: ['permission-denied', SETUP],
  4003: ['join-failed', 'Zoom calls a parameter of the join invalid: check what `getSignature` returns.'],
  4004: ['meeting-ended', 'The meeting is over.'],
  4005: ['meeting-full', 'The meeting has as many people as its plan allows.'],
  4006: ['meeting-locked', 'The host has locked the meeting.'],
  4007: ['blocked', 'The account’s information barriers keep this person out.'],
  4008: [
    'duplicate-participant',
    'The same participant is in the meeting already: check `customerKey` and tokens.',
  ],
  4011: ['permission-denied', OTHER_ACCOUNT],
  4012: ['permission-denied', OTHER_ACCOUNT],
  4013: ['token-invalid', OTHER_ACCOUNT],
  4014: ['token-invalid', TOKENS],
  4015: ['token-invalid', 'The OBF token is for another meeting.'],
  4016: ['token-invalid', 'The recording token has expired: fetch a new one for each join.'],
  4017: ['authorized-user-absent', OTHER_ACCOUNT],
  4018: ['token-invalid', 'The tokens belong to another person than the one who is signed in to Zoom.'],
  4019: ['authorized-user-absent', OTHER_ACCOUNT],
  5001: [
    'sdk-assets-unreachable',
    'The SDK’s media files could not be fetched: check `assetPath`, the Content-Security-Policy and the network.',
  ],
  5012: ['internal', 'A second join in one frame: please report it as a bug of react-zoom-join.'],
  6024: ['login-required', LOGIN],
  6603: ['blocked', 'The host’s administrator does not allow this.'],
  10000: [
    'sdk-outdated',
    'Zoom no longer accepts this version of the SDK: pass a newer one, sdk={zoomCdn("…")}, or update react-zoom-join.',
  ],
  13208: ['blocked', 'The host’s administrator does not allow this.'],
};

const UNKNOWN: Row = ['join-failed', 'Zoom gives no more than its own sentence for this one.'];

export interface ZoomFacts {
  /** Its sentence is free of secrets. */
  readonly said: SdkFailure;
  readonly hasPasswordFromUrl: boolean;
  readonly inspect?: (() => Promise<readonly SignatureFinding[]>) | undefined;
}

/** What the SDK said, as a typed error. */
export async function explainZoom({ said, hasPasswordFromUrl, inspect }: ZoomFacts): Promise<ZoomJoinError> {
  const { errorCode, reason, url } = said;
  const sentence = reason ? ` Zoom says: ${reason}` : '';
  if (errorCode === BROWSER_UNSUPPORTED) return unsupported(sentence);
  const [code, hint] = rowOf(said);
  // Of a signature that it cannot read, the SDK itself says something without a number.
  const mayBeSignature = code.startsWith('signature-') || errorCode === undefined;
  const found = mayBeSignature && inspect ? await inspect() : [];
  const problem = found.find(({ fatal }) => fatal);
  if (problem !== undefined) return wrongSignature(problem, errorCode);
  const doubts = found.map(explainSignature);
  const doubt = doubts.length > 0 ? ` Of what \`getSignature\` returned: ${doubts[0]?.message}` : '';
  const suspicion = doubts.map(({ message, hint: mend }) => `${message} ${mend} `).join('');
  const number = errorCode === undefined ? '' : ` (${errorCode})`;
  return joinError(code, `The meeting could not be joined: ${code}${number}.${sentence}${doubt}`, {
    zoomCode: errorCode,
    hint: errorCode === WRONG_PASSCODE && hasPasswordFromUrl ? ENCRYPTED_PASSCODE : `${suspicion}${hint}`,
    url: pageOfZoom(url),
  });
}

/** A signature that cannot work, whoever has found out. */
export function wrongSignature(problem: SignatureFinding, zoomCode?: number): ZoomJoinError {
  const { message, hint } = explainSignature(problem);
  return joinError(
    'signature-invalid',
    `\`getSignature\` returned a signature that cannot work. ${message}`,
    zoomCode === undefined ? { hint } : { hint, zoomCode },
  );
}

function rowOf({ errorCode = UNNAMED, reason = '' }: SdkFailure): Row {
  // A socket that is refused, or a ping that fails.
  const number = errorCode === UNNAMED && /^connection error/i.test(reason) ? CONNECTION_ERROR : errorCode;
  return ZOOM_CODES[number] ?? UNKNOWN;
}

/** Where to register or sign in. Never anything but https: a screen makes a link of it. */
function pageOfZoom(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url, ZOOM)) return undefined;
  const { href, protocol } = new URL(url, ZOOM);
  return protocol === 'https:' ? href : undefined;
}

/** The SDK reports both under one number. */
function unsupported(sentence: string): ZoomJoinError {
  return globalThis.isSecureContext === false
    ? joinError('insecure-context', 'Camera and microphone need https (or localhost) (5000).', {
        zoomCode: BROWSER_UNSUPPORTED,
        hint: 'Serve the page over https.',
      })
    : joinError(
        'browser-unsupported',
        `This browser cannot show a Zoom meeting in a page (5000).${sentence}`,
        {
          zoomCode: BROWSER_UNSUPPORTED,
          hint: 'The component view is for desktop browsers of the last two versions. Offer the join URL in the Zoom app.',
        },
      );
}
