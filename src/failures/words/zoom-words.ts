import { zoomUrlOf } from '../../meeting-reference/join-url.ts';
import { zoomOrigin } from '../../sdk/init/web-endpoint.ts';
import { REDACTED } from '../../sdk/secrets/redact.ts';
import type { SignatureFinding } from '../../signature/check-signature.ts';
import { explainSignature } from '../../signature/signature-problems.ts';
import type { FailureFacts } from '../failure.ts';
import type { ZoomJoinError, ZoomJoinErrorCode } from '../zoom-join-error.ts';
import { joinError } from './for-people.ts';

const BROWSER_UNSUPPORTED = 5000;
const WRONG_PASSCODE = 3004;

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

/** What the developer can do about each of Zoom's error numbers. */
export const ZOOM_HINTS: Readonly<Record<number, string>> = {
  [-3000]: SERVERS,
  403: SERVERS,
  3000: 'The host has another meeting running. Try again when it is over.',
  3001: REFERENCE,
  3003: HOST,
  3004: 'Check the passcode: let getSignature return the plain one as `password`, or pass meeting={{ meetingNumber, password }}.',
  3005: 'Pass `userEmail`: this webinar asks for it.',
  3008: 'The host has not started the meeting yet.',
  3009: 'The host removed this person; Zoom does not let them back in.',
  3010: HOST,
  3034: LOGIN,
  3051: LOGIN,
  3052: LOGIN,
  3082: LOGIN,
  3099: 'Register the person with Zoom’s API and return their `tk`.',
  3100: LOGIN,
  3265: TOKENS,
  3603: WEB,
  3604: WEB,
  3606: WEB,
  3608: WEB,
  3609: WEB,
  3610: `${REFERENCE} An expired \`tk\` is reported so, too.`,
  3611: WEB,
  3620: 'The host’s account denies this e-mail address.',
  3621: SERVERS,
  3622: SERVERS,
  3623: TOKENS,
  3624: TOKENS,
  3625: 'The host’s Zoom user is not active.',
  3627: 'This is the host’s e-mail address; a participant needs another one.',
  3630: WEB,
  3633: SERVERS,
  3634: SERVERS,
  3635: 'A WebAssembly file of the SDK did not start: check the Content-Security-Policy (wasm-unsafe-eval) and `assetPath`.',
  3701: WEB,
  3702: REFERENCE,
  3703: REFERENCE,
  3704: 'Zoom does not know the SDK key: is it the Client ID of the app, and is `appKey` in the signature?',
  3705: 'Sign for at least 30 minutes, and check the clock of your server.',
  3706: REFERENCE,
  3707: REFERENCE,
  3708: HOST,
  3709: HOST,
  3710: SETUP,
  3711: OTHER_ACCOUNT,
  3712: 'Check the SDK secret, and that the signature is for this meeting and role. One that fails only sometimes is usually the server’s clock.',
  3713: SETUP,
  4003: 'Zoom calls a parameter of the join invalid: check what `getSignature` returns.',
  4004: 'The meeting is over.',
  4005: 'The meeting has as many people as its plan allows.',
  4006: 'The host has locked the meeting.',
  4007: 'The account’s information barriers keep this person out.',
  4008: 'The same participant is in the meeting already: check `customerKey` and tokens.',
  4011: OTHER_ACCOUNT,
  4012: OTHER_ACCOUNT,
  4013: OTHER_ACCOUNT,
  4014: TOKENS,
  4015: 'The OBF token is for another meeting.',
  4016: 'The recording token has expired: fetch a new one for each join.',
  4017: OTHER_ACCOUNT,
  4018: 'The tokens belong to another person than the one who is signed in to Zoom.',
  4019: OTHER_ACCOUNT,
  5001: 'The SDK’s media files could not be fetched: check `assetPath`, the Content-Security-Policy and the network.',
  5012: 'A second join in one frame: please report it as a bug of react-zoom-join.',
  6024: LOGIN,
  6603: 'The host’s administrator does not allow this.',
  10000:
    'Zoom no longer accepts this version of the SDK: pass a newer one, sdk={zoomCdn("…")}, or update react-zoom-join.',
  13208: 'The host’s administrator does not allow this.',
};

const UNKNOWN = 'Zoom gives no more than its own sentence for this one.';
const LOST =
  'Check the network of the person. `timeouts.reconnect` says how long the meeting is tried again.';

type ZoomFacts = Extract<FailureFacts, { what: 'zoom' }>;

/** Turns what the SDK reported into a `ZoomJoinError`. */
export async function explainZoom(
  code: ZoomJoinErrorCode,
  { said, webEndpoint, hasPasswordFromUrl, hasJoined, inspect }: ZoomFacts,
): Promise<ZoomJoinError> {
  const { errorCode, reason, url } = said;
  const sentence = reason ? ` Zoom says: ${reason}` : '';
  if (errorCode === BROWSER_UNSUPPORTED) return unsupported(code, sentence);
  // If the SDK can't read a signature, its error has no number.
  const mayBeSignature = code.startsWith('signature-') || (errorCode === undefined && !hasJoined);
  const found = mayBeSignature && inspect ? await inspect() : [];
  const problem = found.find(({ fatal }) => fatal);
  if (problem !== undefined) return wrongSignature(problem, errorCode);
  const doubts = found.map(explainSignature);
  const doubt = doubts.length > 0 ? ` Of what \`getSignature\` returned: ${doubts[0]?.message}` : '';
  const suspicion = doubts.map(({ message, hint: mend }) => `${message} ${mend} `).join('');
  const number = errorCode === undefined ? '' : ` (${errorCode})`;
  const what = hasJoined ? 'The meeting broke' : 'The meeting could not be joined';
  return joinError(code, `${what}: ${code}${number}.${sentence}${doubt}`, {
    zoomCode: errorCode,
    hint:
      errorCode === WRONG_PASSCODE && hasPasswordFromUrl
        ? ENCRYPTED_PASSCODE
        : `${suspicion}${hintFor(code, errorCode)}`,
    url: pageOfZoom(url, webEndpoint),
  });
}

function hintFor(code: ZoomJoinErrorCode, number: number | undefined): string {
  if (code === 'connection-lost') return LOST;
  // A connection error doesn't always have a number of its own.
  if (code === 'connection-failed') return SERVERS;
  return (number !== undefined && ZOOM_HINTS[number]) || UNKNOWN;
}

/**
 * Creates the error for a signature that cannot work, whether Zoom refused it or our own check found the problem.
 */
export function wrongSignature(problem: SignatureFinding, zoomCode?: number): ZoomJoinError {
  const { message, hint } = explainSignature(problem);
  return joinError(
    'signature-invalid',
    `\`getSignature\` returned a signature that cannot work. ${message}`,
    zoomCode === undefined ? { hint } : { hint, zoomCode },
  );
}

/**
 * Returns the page for registration or sign-in, without its query, which may contain a token. A screen renders it as
 * a link, so it must be https and on a host of Zoom's or the app's `webEndpoint`. A URL from which a secret was
 * removed leads nowhere.
 */
function pageOfZoom(url: string | undefined, webEndpoint: string | undefined): string | undefined {
  // Zoom's sign-in URLs don't include a host.
  const own = readUrl(zoomOrigin(webEndpoint));
  const page = readUrl(url, own?.origin);
  if (page?.protocol !== 'https:') return undefined;
  const { host, origin, pathname } = page;
  if (host !== own?.host && !zoomUrlOf(origin)) return undefined;
  return pathname.includes(encodeURI(REDACTED)) ? undefined : `${origin}${pathname}`;
}

function readUrl(url: string | undefined, base?: string): URL | undefined {
  try {
    return url === undefined ? undefined : new URL(url, base);
  } catch {
    return undefined;
  }
}

const unsupported = (code: ZoomJoinErrorCode, sentence: string): ZoomJoinError =>
  code === 'insecure-context'
    ? joinError(code, 'Camera and microphone need https (or localhost) (5000).', {
        zoomCode: BROWSER_UNSUPPORTED,
        hint: 'Serve the page over https.',
      })
    : joinError(code, `This browser cannot show a Zoom meeting in a page (5000).${sentence}`, {
        zoomCode: BROWSER_UNSUPPORTED,
        hint: 'The component view is for desktop browsers of the last two versions. Offer the join URL in the Zoom app.',
      });
