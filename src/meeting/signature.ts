export type SignatureProblemCode =
  | 'missing'
  | 'not-a-jwt'
  | 'wrong-algorithm'
  | 'video-sdk-token'
  | 'app-key-missing'
  | 'secret-inside'
  | 'other-meeting'
  | 'other-role'
  | 'milliseconds'
  | 'times-missing'
  | 'expired'
  | 'not-yet-valid'
  | 'too-short'
  | 'too-long';

export interface SignatureProblem {
  readonly code: SignatureProblemCode;
  /** What is wrong. Never holds any part of the token. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** A join with it cannot work. */
  readonly fatal: boolean;
}

export interface SignatureReport {
  /** No problem at all was found. Only Zoom can tell whether the secret was right. */
  readonly ok: boolean;
  readonly problems: readonly SignatureProblem[];
}

export interface ExpectedSignature {
  meetingNumber?: string | undefined;
  role?: 0 | 1 | undefined;
  /** The clock, in ms since 1970. Default: `Date.now()`. */
  now?: number | undefined;
}

/** Zoom's limits between `iat` and `exp`, in s (developers.zoom.us/docs/meeting-sdk/auth). */
const SHORTEST_LIFE = 1_800;
const LONGEST_LIFE = 172_800;
/** Clocks that differ by less are nobody's mistake, in s. */
const CLOCK_TOLERANCE = 60;
/** A time in s with as many digits would be in the year 5138. */
const MILLISECONDS = 1e11;

const SIGN_ON_SERVER = 'Sign on your server with createSignature() of react-zoom-join/server.';

/** Looks a Meeting SDK signature over without checking its secret. Pure; says nothing of its contents. */
export function inspectSignature(signature: unknown, expected: ExpectedSignature = {}): SignatureReport {
  const problems = typeof signature === 'string' ? inspect(signature.trim(), expected) : [missing()];
  return { ok: problems.length === 0, problems };
}

const problem = (
  code: SignatureProblemCode,
  message: string,
  hint: string,
  fatal = true,
): SignatureProblem => ({
  code,
  message,
  hint,
  fatal,
});

const missing = (): SignatureProblem => problem('missing', 'It is empty, or not a string.', SIGN_ON_SERVER);

function inspect(token: string, expected: ExpectedSignature): SignatureProblem[] {
  if (token === '') return [missing()];
  const parts = token.split('.');
  const header = decode(parts[0]);
  const payload = decode(parts[1]);
  if (parts.length !== 3 || header === undefined || payload === undefined) return [notAJwt(token)];
  return [
    ...(header['alg'] === 'HS256'
      ? []
      : [problem('wrong-algorithm', 'Its algorithm is not HS256.', SIGN_ON_SERVER)]),
    ...inspectKeys(payload),
    ...inspectMeeting(payload, expected),
    ...inspectTimes(payload, (expected.now ?? Date.now()) / 1000),
  ];
}

function notAJwt(token: string): SignatureProblem {
  const isHtml = token.startsWith('<');
  const isJson = token.startsWith('{');
  return problem(
    'not-a-jwt',
    isHtml ? 'It is an HTML page, not a JWT.' : isJson ? 'It is JSON text, not a JWT.' : 'It is not a JWT.',
    isHtml
      ? 'Does the address of your endpoint exist? Many servers answer an unknown one with their start page.'
      : isJson
        ? 'Parse the answer (`response.json()`) and return its signature.'
        : SIGN_ON_SERVER,
  );
}

function inspectKeys(payload: Record<string, unknown>): SignatureProblem[] {
  const found: SignatureProblem[] = [];
  if ('tpc' in payload || 'app_key' in payload) {
    found.push(
      problem(
        'video-sdk-token',
        'It is a token for Zoom’s Video SDK.',
        'Create a Meeting SDK app and sign with its key.',
      ),
    );
  } else if (typeof payload['appKey'] !== 'string' || payload['appKey'] === '') {
    found.push(
      problem(
        'app-key-missing',
        'It has no `appKey`, which SDK 5.0 and later need.',
        `Add appKey: the SDK key (Client ID) of your app. ${SIGN_ON_SERVER}`,
      ),
    );
  }
  if (Object.keys(payload).some((key) => /secret|private/i.test(key))) {
    found.push(
      problem(
        'secret-inside',
        'Its payload has a field named like a secret; everybody can read a payload.',
        'Take it out, and renew the secret in the Zoom App Marketplace if it was the real one.',
        false,
      ),
    );
  }
  return found;
}

function inspectMeeting(payload: Record<string, unknown>, expected: ExpectedSignature): SignatureProblem[] {
  const found: SignatureProblem[] = [];
  const number = payload['mn'];
  if (
    expected.meetingNumber !== undefined &&
    String(number ?? '').replace(/[\s-]/g, '') !== expected.meetingNumber
  ) {
    found.push(
      problem(
        'other-meeting',
        number === undefined ? 'It names no meeting (`mn`).' : 'It is for another meeting (`mn`).',
        'Sign for the meeting number that the request asks for, or return that meetingNumber too.',
      ),
    );
  }
  if (expected.role !== undefined && Number(payload['role']) !== expected.role) {
    found.push(
      problem(
        'other-role',
        `It is not for role ${expected.role} (${expected.role === 1 ? 'host' : 'participant'}).`,
        'Sign for the role that the person may have, and set the `role` prop to the same.',
        false,
      ),
    );
  }
  return found;
}

function inspectTimes(payload: Record<string, unknown>, now: number): SignatureProblem[] {
  const { iat, exp } = payload;
  if (typeof iat !== 'number' || typeof exp !== 'number') {
    return [problem('times-missing', 'Its `iat` or `exp` is missing or no number.', SIGN_ON_SERVER)];
  }
  if (iat > MILLISECONDS || exp > MILLISECONDS) {
    return [
      problem(
        'milliseconds',
        'Its `iat` or `exp` is in milliseconds.',
        'JWTs count seconds: Math.floor(Date.now() / 1000).',
      ),
    ];
  }
  const found: SignatureProblem[] = [];
  if (exp <= now) {
    found.push(
      problem(
        'expired',
        `It expired ${minutes(now - exp)} ago.`,
        'Sign at each request instead of keeping signatures, and check the clock of your server.',
      ),
    );
  }
  if (iat > now + CLOCK_TOLERANCE) {
    found.push(
      problem(
        'not-yet-valid',
        `It was issued ${Math.round(iat - now)} s in the future.`,
        'Set the clock of your server, or of this device, and sign 30 s in the past.',
        false,
      ),
    );
  }
  const life = exp - iat;
  if (life < SHORTEST_LIFE) {
    found.push(
      problem(
        'too-short',
        'It lives less than 30 minutes, Zoom’s minimum.',
        'Set exp at least 1,800 s after iat.',
        false,
      ),
    );
  }
  if (life > LONGEST_LIFE) {
    found.push(
      problem(
        'too-long',
        'It lives more than 48 hours, Zoom’s maximum.',
        'Set exp at most 172,800 s after iat.',
        false,
      ),
    );
  }
  return found;
}

const minutes = (seconds: number): string => {
  const count = Math.max(1, Math.round(seconds / 60));
  return `${count} ${count === 1 ? 'minute' : 'minutes'}`;
};

function decode(part: string | undefined): Record<string, unknown> | undefined {
  if (part === undefined || !/^[\w-]+={0,2}$/.test(part)) return undefined;
  try {
    const bytes = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const value: unknown = JSON.parse(bytes);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
