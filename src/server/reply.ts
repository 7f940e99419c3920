/** Every code that `createSignatureHandler` refuses with. Stable: a code is never renamed, only added. */
export type RefusalCode =
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'invalid-json'
  | 'invalid-request'
  | 'invalid-meeting'
  | 'forbidden'
  | 'internal-error'
  | 'misconfigured';

/** Constant texts: nothing of a request, a grant or an error can get into an answer. */
const REFUSALS: Record<RefusalCode, readonly [status: number, message: string]> = {
  'method-not-allowed': [405, 'Only POST is answered here.'],
  'unsupported-media-type': [415, 'Send JSON, with the header Content-Type: application/json.'],
  'body-too-large': [413, 'The body is too large.'],
  'invalid-json': [400, 'The body is not JSON in UTF-8.'],
  'invalid-request': [
    400,
    'Send { "meeting": a string or number, "role": 0 or 1, "reason": "join", "retry" or "expired" }; role and reason may be left out.',
  ],
  'invalid-meeting': [
    400,
    'The meeting is neither a meeting number of 9 to 11 digits, nor a join URL with one, nor a name.',
  ],
  forbidden: [403, 'You may not join this meeting.'],
  'internal-error': [500, 'Something went wrong on the server.'],
  misconfigured: [500, 'The signature endpoint is set up wrong. Its onError tells the developer why.'],
};

/** Ends a request early with one of the constant answers. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

export function refuse(code: RefusalCode): Response {
  const [status, message] = REFUSALS[code];
  return reply(status, { error: { code, message } }, status === 405 ? { allow: 'POST' } : {});
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
