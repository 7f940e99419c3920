import type { SignatureProblem } from '../meeting/signature.ts';
import { type LoadProblem, SdkLoadError } from '../sdk/load.ts';
import type { ZoomJoinError } from './error.ts';
import { joinError } from './join-error.ts';

export const invalidMeeting = ({ problem, hint }: { problem: string; hint: string }): ZoomJoinError =>
  joinError('invalid-meeting', problem, { hint });

export const invalidUserName = (): ZoomJoinError =>
  joinError('invalid-user-name', '`userName` is empty.', {
    hint: 'Pass the name others should see, or let getSignature return one as `userName`.',
  });

export const signatureProblem = ({ code, message, hint }: SignatureProblem): ZoomJoinError =>
  code === 'expired'
    ? joinError('signature-expired', `\`getSignature\` returned an expired signature. ${message}`, {
        hint,
        retryable: true,
      })
    : joinError('signature-invalid', `\`getSignature\` returned a signature that cannot work. ${message}`, {
        hint,
      });

export const joinTimeout = (timeout: number): ZoomJoinError =>
  joinError('join-timeout', `Zoom did not answer within ${timeout / 1000} s.`, {
    retryable: true,
    hint: 'A firewall may hold back wss://*.zoom.us. `timeouts.join` allows a slow network more time.',
  });

const SELF_HOST = 'host the SDK yourself: sdk={selfHosted("/zoom-sdk")}.';

const LOAD_FAILURES: Record<LoadProblem, (error: SdkLoadError) => ZoomJoinError> = {
  failed: ({ src }) =>
    joinError('sdk-load-failed', `A script of \`sdk\` could not be loaded: ${src}`, {
      retryable: true,
      hint: 'Open that address in a tab: a 404 means a wrong version or base URL; otherwise a firewall, a browser extension or a lost connection blocks it.',
    }),
  blocked: ({ src, directive }) =>
    joinError(
      'sdk-load-failed',
      `The page's Content-Security-Policy (${directive}) blocks a script of \`sdk\`: ${src}`,
      { hint: `Allow that host in ${directive}, pass \`nonce\`, or ${SELF_HOST}` },
    ),
  timeout: ({ src }) =>
    joinError('sdk-load-timeout', `A script of \`sdk\` did not arrive in time: ${src}`, {
      retryable: true,
      hint: `Check the network. \`timeouts.load\` allows a slow one more time; or ${SELF_HOST}`,
    }),
  'not-found': ({ src }) =>
    joinError('sdk-not-found', `The scripts of \`sdk\` loaded, but brought no Zoom Meeting SDK: ${src}`, {
      hint: 'Check that the last script is the component view ("embedded") build of the SDK, and that React 18.2 and ReactDOM come first.',
    }),
};

/** What kept the SDK from loading; anything else is passed on. */
export function loadFailure(error: unknown): unknown {
  if (!(error instanceof SdkLoadError)) return error;
  const { problem } = error;
  return isOffline() && (problem === 'failed' || problem === 'timeout')
    ? offline()
    : LOAD_FAILURES[problem](error);
}

/** The browser knows of no network. That it knows of one proves nothing. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;

export const offline = (): ZoomJoinError =>
  joinError('offline', 'The browser is offline.', {
    retryable: true,
    hint: 'Let the person try again; `online` events of the window tell when that makes sense.',
  });
