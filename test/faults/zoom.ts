import type { WebSocket } from 'ws';
import { type Answer, type Fault, isMended, reset, silence, status, VARIANT } from './fault.ts';

/** Zoom's numbers, by the error code that each must end in. */
export const CODES: Readonly<Record<string, readonly number[]>> = {
  'another-meeting-in-progress': [3000],
  'permission-denied': [3003, 3010, 3625, 3708, 3709, 3710, 3711, 3713, 4011, 4012],
  'wrong-passcode': [3004],
  'email-required': [3005],
  removed: [3009],
  'login-required': [3034, 3051, 3052, 3082, 3100, 6024],
  'registration-required': [3099],
  'web-join-disabled': [3603, 3604, 3606, 3608, 3609, 3611, 3630, 3701],
  'meeting-not-found': [3610, 3702, 3703, 3706, 3707],
  blocked: [3620, 3627, 4007],
  'token-invalid': [3623, 4013, 4014, 4015, 4016, 4018],
  'signature-invalid': [3704, 3712],
  'signature-expired': [3705],
  'join-failed': [200, 4003],
  'meeting-ended': [4004],
  'meeting-full': [4005],
  'meeting-locked': [4006],
  'duplicate-participant': [4008],
  'authorized-user-absent': [4017],
  'sdk-outdated': [10000],
  // These are retried first.
  'connection-failed': [-3000, 403, 3621, 3622],
  'too-many-requests': [3633, 3634],
  'sdk-assets-unreachable': [3635],
};

/** Those that the user meets most, and one of each kind: with a form, tried again, or only to be told. */
const USUAL: readonly string[] = [
  'wrong-passcode',
  'email-required',
  'removed',
  'login-required',
  'meeting-not-found',
  'signature-expired',
  'sdk-outdated',
  'connection-failed',
];

const zoomSays =
  (code: string) =>
  (number: number, index: number): Fault => ({
    name: `Zoom says ${number}`,
    inject: ({ zoom }) => zoom.service.fail(number),
    ends: 'failed',
    code,
    ...isMended,
    isVariant: index > 0 || !USUAL.includes(code),
  });

/** A request of the SDK gets this answer. */
const asked = (
  path: string,
  name: string,
  answer: Answer,
  code: string,
  more: Partial<Fault> = {},
): Fault => ({
  name: `${path}: ${name}`,
  inject: ({ zoom }) => {
    zoom.intercept = (request, response) => {
      if (!(request.url ?? '').includes(path)) return false;
      answer(request, response);
      return true;
    };
  },
  ends: 'failed',
  code,
  ...isMended,
  ...more,
});

const INFO = '/wc/info';
const PING = '/wc/ping';
const HASTY: Partial<Fault> = { props: { timeouts: { join: 2_500 } } };
/** On such an answer, the SDK throws an error and keeps waiting. */
const NOT_JSON: Partial<Fault> = { ...HASTY, noise: /reading 'status'/ };

const socket = (
  name: string,
  take: (socket: WebSocket) => void,
  code: string,
  more: Partial<Fault> = {},
): Fault => ({
  name: `socket: ${name}`,
  inject: ({ zoom }) => {
    zoom.interceptSocket = take;
  },
  ends: 'failed',
  code,
  ...isMended,
  ...more,
});

const READY = JSON.stringify({ evt: 0, body: { status: 'READY' }, seq: 1 });

export const ZOOM_FAULTS: readonly Fault[] = [
  ...Object.entries(CODES).flatMap(([code, numbers]) => numbers.map(zoomSays(code))),
  {
    name: 'the meeting has not started (3008)',
    inject: ({ zoom }) => zoom.service.fail(3008),
    ends: 'waiting',
    log: ['joining', 'waiting', 'onWaiting:host'],
    ...isMended,
  },
  {
    name: 'the host starts while somebody waits',
    meeting: { started: false },
    during: [
      'waiting',
      ({ zoom }) => {
        zoom.service.started = true;
      },
    ],
    ends: 'joined',
    log: ['onWaiting:host', 'getSignature:retry', 'onJoined'],
  },
  {
    name: 'a wrong passcode',
    meeting: { passcode: 'right' },
    props: { meeting: { meetingNumber: '123 4567 8901', password: 'wrong' } },
    ends: 'failed',
    code: 'wrong-passcode',
    again: false,
  },
  asked(INFO, '500', status(500), 'connection-failed'),
  asked(INFO, '502 with a page', status(502, '<!doctype html>', 'text/html'), 'connection-failed', VARIANT),
  asked(INFO, 'garbage', status(200, ')]}garbage'), 'join-timeout', NOT_JSON),
  asked(INFO, 'nothing', status(200), 'join-timeout', { ...NOT_JSON, ...VARIANT }),
  asked(INFO, 'an empty object', status(200, '{}'), 'join-failed', { ...HASTY, ...VARIANT }),
  asked(
    INFO,
    'an unknown failure',
    status(200, '{"status":false,"errorCode":987654,"errorMessage":"Something new"}'),
    'join-failed',
  ),
  asked(INFO, 'no answer', silence, 'join-timeout', HASTY),
  asked(INFO, 'the connection breaks', reset, 'connection-failed'),
  asked(PING, '500', status(500), 'connection-failed', VARIANT),
  asked(PING, 'garbage', status(200, 'garbage'), 'connection-failed', VARIANT),
  asked(PING, 'no answer', silence, 'join-timeout', HASTY),
  asked(PING, 'the connection breaks', reset, 'connection-failed'),
  {
    name: 'socket: refused',
    inject: ({ zoom }) => {
      zoom.refuseSockets = true;
    },
    ends: 'failed',
    code: 'connection-failed',
    ...isMended,
  },
  socket('silent', () => {}, 'join-timeout', HASTY),
  socket('READY, then silent', (ws) => ws.send(READY), 'join-timeout', { ...HASTY, ...VARIANT }),
  socket('garbage', (ws) => ws.send('garbage'), 'join-timeout', { ...HASTY, noise: /is not valid JSON/ }),
  socket('closed at once', (ws) => ws.terminate(), 'connection-failed', VARIANT),
  socket(
    'closed after the hello',
    (ws) => {
      ws.send(READY);
      ws.on('message', () => ws.terminate());
    },
    'connection-failed',
  ),
  {
    name: 'socket: closed after the hello, once',
    inject: ({ zoom }) => {
      zoom.interceptSocket = (ws) => {
        zoom.interceptSocket = undefined;
        ws.send(READY);
        ws.on('message', () => ws.terminate());
      };
    },
    ends: 'joined',
  },
  socket(
    'an unknown refusal',
    (ws) => {
      ws.send(READY);
      ws.on('message', () => ws.send(JSON.stringify({ evt: 4098, body: { res: 987654 }, seq: 2 })));
    },
    'join-failed',
  ),
];
