/** Why there was no answer. The values have the same meaning as in `ScriptState`. */
export type NoAnswer = 'blocked' | 'unreachable' | 'offline' | 'hidden';

export interface ProbeResult {
  readonly answer: Response | NoAnswer;
  /** How long it took until the response began, in ms. */
  readonly ms: number;
}

export interface ProbeOptions {
  /** How long to wait for an answer, in ms. Default: 3 000. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** How long to wait for an answer by default, in ms. */
export const PROBE_TIMEOUT_MS = 3_000;

/**
 * Requests a URL and, if there is no answer, finds out why. It also requests the page itself, to tell a blocked
 * request from a lost connection. The response of another origin may be opaque.
 *
 * @throws the signal's reason when it aborts
 */
export async function probe(
  url: string,
  { timeout = PROBE_TIMEOUT_MS, signal }: ProbeOptions = {},
): Promise<ProbeResult> {
  signal?.throwIfAborted();
  const start = performance.now();
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, timeout);
  signal?.addEventListener('abort', abort);
  try {
    const answer = await find(url, stop.signal);
    signal?.throwIfAborted();
    return { answer, ms: Math.round(performance.now() - start) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    // The response headers are enough: the bodies are several MB.
    abort();
  }
}

async function find(url: string, signal: AbortSignal): Promise<Response | NoAnswer> {
  if (!navigator.onLine) return 'offline';
  const policy = watchPolicy();
  // The URL is absolute, so that a `<base>` doesn't lead it to another server. The path of `about:srcdoc` has no slash.
  const pageUrl = origin + location.pathname.replace(/^\/?/, '/');
  // In parallel, so that a firewall that never answers one request leaves time for the other.
  const page = ask(pageUrl, { method: 'HEAD' }, signal);
  // A server of another origin that sends no CORS headers still answers, but the response is not readable.
  const answer = (await ask(url, {}, signal)) ?? (await ask(url, { mode: 'no-cors' }, signal));
  const isForbidden = await policy.stop();
  if (answer !== undefined) return answer;
  if (isForbidden) return 'hidden';
  return (await page) === undefined ? 'unreachable' : 'blocked';
}

/** Resolves to the response once its headers arrive, or to `undefined` if there is none. */
const ask = (url: string, init: RequestInit, signal: AbortSignal): Promise<Response | undefined> =>
  fetch(url, { cache: 'no-store', credentials: 'omit', signal, ...init }).catch(() => undefined);

/**
 * Watches whether the page's policy forbids a request. The request itself only fails, and the violation is reported
 * one task later.
 */
function watchPolicy(): { stop(): Promise<boolean> } {
  let isForbidden = false;
  const onViolation = ({ effectiveDirective, disposition }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'connect-src' && disposition === 'enforce') isForbidden = true;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  return {
    async stop() {
      await new Promise((resolve) => setTimeout(resolve));
      document.removeEventListener('securitypolicyviolation', onViolation);
      return isForbidden;
    },
  };
}
