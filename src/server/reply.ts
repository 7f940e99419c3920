/**
 * Every code with which `createSignatureHandler` refuses a request. Codes are stable: new ones may be added, but
 * none is renamed.
 */
export type RefusalCode =
  | 'forbidden-origin'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'invalid-json'
  | 'invalid-request'
  | 'invalid-meeting'
  | 'too-many-requests'
  | 'forbidden'
  | 'internal-error'
  | 'misconfigured'
  | 'missing-credentials'
  | 'request-timeout'
  | 'authorize-timeout';

/** Constant texts, so that nothing from a request, a grant or an error can get into a response. */
const REFUSALS: Record<RefusalCode, readonly [status: number, message: string]> = {
  'forbidden-origin': [403, 'This origin is not among the allowedOrigins.'],
  'method-not-allowed': [405, 'Only POST is answered here.'],
  'unsupported-media-type': [415, 'Send JSON as Content-Type: application/json.'],
  'body-too-large': [413, 'The body is too large.'],
  'invalid-json': [400, 'The body is not JSON in UTF-8.'],
  'invalid-request': [
    400,
    'Send the request of getSignature as JSON: { "meeting": string, "role"?: 0 or 1, … }.',
  ],
  'invalid-meeting': [
    400,
    'The meeting must be 9 to 11 digits or a name, and the meetingNumber the same digits.',
  ],
  'too-many-requests': [429, 'Too many requests.'],
  forbidden: [403, 'You may not join this meeting.'],
  'internal-error': [500, 'Something went wrong on the server.'],
  misconfigured: [500, 'The endpoint is set up wrong. Its onError tells why.'],
  'missing-credentials': [500, 'The endpoint has no SDK key or secret. Its console tells which.'],
  'request-timeout': [408, 'The body took too long to arrive.'],
  'authorize-timeout': [503, 'The server took too long to decide. Try again.'],
};

/**
 * Thrown to answer a request early with one of the constant responses. If it has a `cause`, that is an error on the
 * server's side, which `onError` gets.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly headers: Record<string, string>;

  constructor(code: RefusalCode, options: { cause?: unknown; headers?: Record<string, string> } = {}) {
    super(code, options);
    this.code = code;
    this.headers = options.headers ?? {};
  }
}

export function refuse({ code, headers }: Refusal): Response {
  const [status, message] = REFUSALS[code];
  return reply(status, { error: { code, message } }, headers);
}

export function reply(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
