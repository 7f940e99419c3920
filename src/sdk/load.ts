import type { ZoomJoinError } from '../session/error.ts';
import { joinError } from '../session/join-error.ts';
import type { RawClient } from './raw-client.ts';
import type { FrameWindow, SdkSource } from './source.ts';

export interface LoadOptions {
  nonce?: string | undefined;
  /** How long one script may take, in ms. */
  timeout: number;
  signal: AbortSignal;
}

/**
 * Loads the SDK's scripts into the frame, in order, and returns its client.
 *
 * @throws {ZoomJoinError} `sdk-load-failed` (404, blocked, offline), `sdk-load-timeout`, `sdk-not-found`.
 */
export async function loadSdk(
  frame: FrameWindow,
  source: SdkSource,
  options: LoadOptions,
): Promise<RawClient> {
  source.prepare?.(frame);
  const loads = source.scripts.map((src) => loadScript(frame, src, options));
  // All are under way at once; the first failure is told, the others' must not be unhandled.
  await Promise.all(loads);
  const client = findClient(frame);
  if (client === undefined) {
    throw joinError(
      'sdk-not-found',
      `The scripts of \`sdk\` loaded, but brought no Zoom Meeting SDK: ${source.id}`,
      {
        hint: 'Check that the last script is the component view ("embedded") build of the SDK, and that React 18.2 and ReactDOM come first.',
      },
    );
  }
  return client;
}

function loadScript(frame: FrameWindow, src: string, { nonce, timeout, signal }: LoadOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = frame.document.createElement('script');
    // Inserted scripts run in order of insertion only when told so; they load in parallel all the same.
    script.async = false;
    if (nonce !== undefined) script.nonce = nonce;
    const violations: string[] = [];
    const onViolation = (event: SecurityPolicyViolationEvent) => violations.push(event.effectiveDirective);
    frame.document.addEventListener('securitypolicyviolation', onViolation);

    const timer = setTimeout(() => {
      settle(
        joinError(
          'sdk-load-timeout',
          `A script of \`sdk\` did not arrive within ${timeout / 1000} s: ${src}`,
          {
            retryable: true,
            hint: 'Check the network; behind a slow one, host the SDK yourself: sdk={selfHosted("/zoom-sdk")}.',
          },
        ),
      );
    }, timeout);
    const onAbort = () => settle(signal.reason);
    const settle = (failure?: unknown) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      frame.document.removeEventListener('securitypolicyviolation', onViolation);
      script.onload = null;
      script.onerror = null;
      if (failure === undefined) resolve();
      else reject(failure);
    };
    signal.addEventListener('abort', onAbort);
    script.onload = () => settle();
    // A task later: the report of a policy violation comes after the error event.
    script.onerror = () => setTimeout(() => settle(loadFailure(src, violations)), 0);
    script.src = src;
    frame.document.head.append(script);
  });
}

function loadFailure(src: string, violations: readonly string[]): ZoomJoinError {
  const directive = violations[0];
  if (directive !== undefined) {
    return joinError(
      'sdk-load-failed',
      `The page's Content-Security-Policy (${directive}) blocks a script of \`sdk\`: ${src}`,
      {
        hint: `Allow that host in ${directive}, pass \`nonce\`, or host the SDK yourself: sdk={selfHosted("/zoom-sdk")}.`,
      },
    );
  }
  return joinError('sdk-load-failed', `A script of \`sdk\` could not be loaded: ${src}`, {
    retryable: true,
    hint: 'Open that address in a tab: a 404 means a wrong version or base URL; otherwise a firewall, a browser extension or a lost connection blocks it.',
  });
}

/** The builds differ in what they set: a global, its `default`, or its `embeddedClient` carries `createClient`. */
export function findClient(frame: FrameWindow): RawClient | undefined {
  const globals = frame as unknown as Record<string, unknown>;
  for (const name of ['ReactWidgets', 'ZoomMtgEmbedded']) {
    const holder = globals[name];
    for (const candidate of [holder, member(holder, 'default'), member(holder, 'embeddedClient')]) {
      const createClient = member(candidate, 'createClient');
      if (typeof createClient === 'function') return createClient.call(candidate) as RawClient;
    }
  }
  return undefined;
}

function member(value: unknown, key: string): unknown {
  const holds = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return holds ? (value as Record<string, unknown>)[key] : undefined;
}
