import { fakeSignature } from '../support/fake-signature.ts';
import { type Answer, cutOff, type Fault, isMended, reset, silence, status, VARIANT } from './fault.ts';

const now = () => Math.floor(Date.now() / 1000);

const answers = (name: string, answer: Answer, code: string, more: Partial<Fault> = {}): Fault => ({
  name: `endpoint: ${name}`,
  inject: ({ pages }) => {
    pages.intercept = (request, response) => {
      answer(request, response);
      return true;
    };
  },
  ends: 'failed',
  code,
  ...isMended,
  ...more,
});

const grant = (value: unknown): Answer => status(200, JSON.stringify(value));
const signed = (claims: Record<string, unknown>): Answer => grant({ signature: fakeSignature(claims) });
const HTML = '<!doctype html><title>Sign in</title>';

/** The endpoint gives a wrong answer once, and right ones from then on. */
const once = (name: string, answer: Answer, log: readonly string[]): Fault => ({
  name: `endpoint: ${name}, once`,
  inject: ({ pages }) => {
    let asked = 0;
    pages.intercept = (request, response) => {
      asked += 1;
      if (asked > 1) return false;
      answer(request, response);
      return true;
    };
  },
  ends: 'joined',
  log,
});

/** Two retries, after pauses of 1 and 2 s. */
const ASKED_THREE_TIMES: Partial<Fault> = {
  props: { timeouts: { retry: 6_000 } },
  log: ['getSignature:join', 'getSignature:retry', 'getSignature:retry', 'failed'],
};

export const ENDPOINT_FAULTS: readonly Fault[] = [
  answers('500', status(500), 'signature-endpoint-failed'),
  answers(
    '502 with a page of the proxy',
    status(502, HTML, 'text/html'),
    'signature-endpoint-failed',
    VARIANT,
  ),
  answers('503', status(503), 'signature-endpoint-failed', VARIANT),
  answers('401', status(401), 'signature-denied', VARIANT),
  answers('403', status(403, '{"error":{"code":"forbidden"}}'), 'signature-denied'),
  answers('404', status(404, HTML, 'text/html'), 'signature-request-failed', VARIANT),
  answers('405', status(405), 'signature-request-failed', VARIANT),
  answers('429', status(429), 'signature-request-failed', VARIANT),
  answers('200 with a page', status(200, HTML, 'text/html'), 'signature-unreadable'),
  answers('200 with nothing', status(200), 'signature-unreadable', VARIANT),
  answers('200 with half of a JSON', status(200, '{"signature":"abc'), 'signature-unreadable', VARIANT),
  answers('a grant that is null', grant(null), 'signature-missing', VARIANT),
  answers('a grant without signature', grant({ token: 'x' }), 'signature-missing'),
  answers('a signature that is a number', grant({ signature: 42 }), 'signature-missing', VARIANT),
  answers(
    'a passcode that is a number',
    grant({ signature: fakeSignature(), password: 1234 }),
    'signature-missing',
  ),
  answers('an array', grant([]), 'signature-missing', VARIANT),
  answers('a signature that is no JWT', grant({ signature: 'abc' }), 'signature-invalid'),
  answers('an HTML page as signature', grant({ signature: HTML }), 'signature-invalid', VARIANT),
  answers('another meeting’s signature', signed({ mn: '99988877766' }), 'signature-invalid'),
  answers('a signature without appKey', signed({ appKey: undefined }), 'signature-invalid', VARIANT),
  answers('a Video SDK token', signed({ tpc: 'room', app_key: 'x' }), 'signature-invalid', VARIANT),
  answers(
    'a signature in milliseconds',
    signed({ iat: Date.now(), exp: Date.now() + 2e6 }),
    'signature-invalid',
    VARIANT,
  ),
  answers(
    'a signature without times',
    signed({ iat: undefined, exp: undefined }),
    'signature-invalid',
    VARIANT,
  ),
  answers(
    'an expired signature, always',
    signed({ iat: now() - 9_000, exp: now() - 600 }),
    'signature-expired',
    {
      log: ['getSignature:join', 'getSignature:expired', 'failed'],
    },
  ),
  answers(
    '8 digits as meetingNumber',
    grant({ signature: fakeSignature(), meetingNumber: '12345678' }),
    'invalid-meeting',
  ),
  answers('no number for a name of the app’s own', grant({ signature: fakeSignature() }), 'invalid-meeting', {
    props: { meeting: 'class-42' },
    again: false,
  }),
  answers('no answer', silence, 'signature-timeout', { props: { timeouts: { signature: 400 } } }),
  answers('the connection breaks', reset, 'signature-unreachable', ASKED_THREE_TIMES),
  answers('the answer breaks off', cutOff, 'signature-unreachable', { ...ASKED_THREE_TIMES, ...VARIANT }),
  once('the answer breaks off', cutOff, ['getSignature:join', 'getSignature:retry', 'onJoined']),
  once('an expired signature', signed({ iat: now() - 9_000, exp: now() - 600 }), [
    'getSignature:join',
    'getSignature:expired',
    'onJoined',
  ]),
  {
    name: 'endpoint: slow',
    inject: ({ pages }) => {
      pages.intercept = (_request, response) => {
        setTimeout(() => signed({})(_request, response), 2_000);
        return true;
      };
    },
    ends: 'joined',
    log: ['authorizing', 'joining', 'onJoined'],
  },
  {
    name: 'endpoint: a bare JWT as text',
    inject: ({ pages }) => {
      pages.intercept = (request, response) => {
        status(200, fakeSignature(), 'text/plain')(request, response);
        return true;
      };
    },
    ends: 'joined',
  },
  {
    ...VARIANT,
    name: 'endpoint: a signature for ten minutes',
    inject: ({ pages }) => {
      pages.intercept = (request, response) => {
        signed({ exp: now() + 600 })(request, response);
        return true;
      };
    },
    ends: 'joined',
    log: ['onWarning:signature-doubtful'],
  },
  {
    name: 'getSignature throws',
    props: { refuse: true },
    ends: 'failed',
    code: 'signature-request-failed',
    again: false,
  },
  {
    name: 'getSignature returns text',
    props: { answer: 'no token' },
    ends: 'failed',
    code: 'signature-invalid',
    again: false,
  },
];
