/** Why no answer came: the words are those of `ScriptState`. */
export type NoAnswer = 'blocked' | 'unreachable' | 'offline' | 'hidden';

export interface ProbeResult {
  readonly answer: Response | NoAnswer;
  /** Until the answer began, in ms. */
  readonly ms: number;
}

export interface ProbeOptions {
  /** How long an answer is waited for, in ms. Default: 3 000. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
}

const TIMEOUT_MS = 3_000;

/**
 * Asks for an address and, where no answer comes, finds out why: the page itself is asked for too, to tell what is
 * blocked from a lost connection. An answer of another origin may be opaque.
 *
 * @throws the signal's reason when it aborts
 */
export async function probe(
  url: string,
  { timeout = TIMEOUT_MS, signal }: ProbeOptions = {},
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
    // The heads of the answers were enough; their bodies are some MB.
    abort();
  }
}

async function find(url: string, signal: AbortSignal): Promise<Response | NoAnswer> {
  if (!navigator.onLine) return 'offline';
  const policy = watchPolicy();
  // At the same time, so that a firewall that swallows one request leaves time for the other.
  const page = ask(location.pathname, { method: 'HEAD' }, signal);
  // A server of another origin that sends no CORS headers still answers, unreadably.
  const answer = (await ask(url, {}, signal)) ?? (await ask(url, { mode: 'no-cors' }, signal));
  const isForbidden = await policy.stop();
  if (answer !== undefined) return answer;
  if (isForbidden) return 'hidden';
  return (await page) === undefined ? 'unreachable' : 'blocked';
}

/** The answer, when its head is there; `undefined` when there is none. */
const ask = (url: string, init: RequestInit, signal: AbortSignal): Promise<Response | undefined> =>
  fetch(url, { cache: 'no-store', credentials: 'omit', signal, ...init }).catch(() => undefined);

/** Whether the page's policy forbids a request: that itself only fails, and the report comes a task later. */
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
