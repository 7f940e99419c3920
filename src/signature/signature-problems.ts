import type { SignatureFinding, SignatureProblemCode } from './check-signature.ts';

export interface SignatureProblem {
  /** Codes are stable: new ones may be added, but none is renamed. */
  readonly code: SignatureProblemCode;
  /** What is wrong, for the developer. It never contains any part of the token. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** A join with this signature cannot work. Otherwise the problem is only a warning. */
  readonly fatal: boolean;
}

type Text = readonly [message: string, hint?: string];

const SIGN_ON_SERVER = 'Sign on your server with createSignature() of react-zoom-join/server.';

/** `#` is replaced by a time span. */
const TEXTS: Record<SignatureProblemCode, Text> = {
  'not-a-string': [
    'It is not a string.',
    'Is a `return` or an `await` missing? An answer of fetch needs `await response.json()`.',
  ],
  empty: ['It is empty.'],
  'html-page': [
    'It is an HTML page, not a JWT.',
    'Does the address of your endpoint exist? Many servers answer an unknown one with their start page.',
  ],
  'json-text': [
    'It is JSON text, not a JWT.',
    'Parse the answer, `await response.json()`, and return its signature.',
  ],
  'not-a-jwt': ['It is not a JWT: three parts, with dots between them.'],
  'wrong-algorithm': ['Its algorithm is not HS256, the only one that Zoom takes.'],
  'video-sdk-token': [
    'It is a token for Zoom’s Video SDK, which is another product.',
    'Create a Meeting SDK app in the Zoom App Marketplace, and sign with its Client ID and secret.',
  ],
  'app-key-missing': [
    'It has no `appKey`, which SDK 5.0 and later need. `sdkKey` alone is the old form.',
    'Put your app’s Client ID (SDK key) into `appKey`.',
  ],
  'secret-inside': [
    'Its payload has a field named like a secret, and everybody can read a payload.',
    'Take it out, and renew the secret in the Zoom App Marketplace if it was the real one.',
  ],
  'other-meeting': [
    'It is not for this meeting (`mn`).',
    'Sign for the number that the request asks for, or let getSignature return the other `meetingNumber` too.',
  ],
  'other-role': [
    'It is not for the role that the page asks for (`role`).',
    'Sign for the role that this person may have, and set the `role` prop to the same.',
  ],
  'times-missing': [
    'Its `iat` or `exp` is missing, or not a number.',
    'Both are seconds since 1970, as numbers.',
  ],
  milliseconds: [
    'Its `iat` or `exp` is in milliseconds.',
    'JWTs count seconds: Math.floor(Date.now() / 1000).',
  ],
  expired: [
    'It expired # ago.',
    'Sign anew at each request instead of keeping signatures. If you do: the clock of the server or of this device is wrong.',
  ],
  'not-yet-valid': [
    'It was issued # in the future.',
    'The clock of the server or of this device is wrong. Set `iat` 30 s in the past: Zoom refuses a later one with 3712.',
  ],
  'too-short': ['It lives less than 30 minutes, Zoom’s minimum.', 'Set `exp` at least 1,800 s after `iat`.'],
  'too-long': ['It lives more than 48 hours, Zoom’s maximum.', 'Set `exp` at most 172,800 s after `iat`.'],
};

/** Adds the texts for the developer. */
export function explainSignature({ code, fatal, seconds = 0 }: SignatureFinding): SignatureProblem {
  const [message, hint = SIGN_ON_SERVER] = TEXTS[code];
  return { code, message: message.replace('#', span(seconds)), hint, fatal };
}

/** Says at most "more than a day": a nonsensical time would otherwise reveal digits of the token. */
function span(seconds: number): string {
  if (seconds < 120) return `${Math.floor(seconds)} s`;
  return seconds < 86_400 ? `${Math.floor(seconds / 60)} minutes` : 'more than a day';
}
