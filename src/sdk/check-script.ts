/**
 * What became of a script when it was asked for once more:
 * - `fine`: it is JavaScript. If it did not load, something passing kept it.
 * - `missing`: its server has no such file (4xx, or an error that another origin's server hides).
 * - `no-javascript`: its server answers with something else, as many do with their start page for an unknown address.
 * - `server-failed`: 5xx.
 * - `blocked`: it does not come, though the page's own server answers: an extension, a firewall or a name server.
 * - `unreachable`: neither does.
 * - `offline`: the browser knows of no network.
 * - `hidden`: the page's `connect-src` forbids to ask.
 */
export type ScriptState =
  | 'fine'
  | 'missing'
  | 'no-javascript'
  | 'server-failed'
  | 'blocked'
  | 'unreachable'
  | 'offline'
  | 'hidden';

export interface ScriptCheck {
  readonly state: ScriptState;
  /** HTTP, where the browser shows it. */
  readonly status?: number;
  /** Until the answer began, in ms. */
  readonly ms: number;
}

export interface CheckOptions {
  /** How long an answer is waited for, in ms. Default: 3 000. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
}

const TIMEOUT_MS = 3_000;

/**
 * Finds out why a `<script>` did not load: its `error` event says nothing. Asks for it once more and, where that
 * fails, for the page itself, to tell a blocked script from a lost connection.
 *
 * @throws the signal's reason when it aborts
 */
export async function checkScript(
  src: string,
  { timeout = TIMEOUT_MS, signal }: CheckOptions = {},
): Promise<ScriptCheck> {
  signal?.throwIfAborted();
  const start = performance.now();
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, timeout);
  signal?.addEventListener('abort', abort);
  try {
    const found = await find(src, stop.signal);
    signal?.throwIfAborted();
    return { ...found, ms: Math.round(performance.now() - start) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    // The heads of the answers were enough; their bodies are some MB.
    abort();
  }
}

type Found = Omit<ScriptCheck, 'ms'>;

async function find(src: string, signal: AbortSignal): Promise<Found> {
  if (!navigator.onLine) return { state: 'offline' };
  const policy = watchPolicy();
  // At the same time, so that a firewall that swallows one request leaves time for the other.
  const page = ask(location.origin, { method: 'HEAD' }, signal);
  // A server of another origin that sends no CORS headers still answers, unreadably.
  const answer = (await ask(src, {}, signal)) ?? (await ask(src, { mode: 'no-cors' }, signal));
  const isForbidden = await policy.stop();
  if (answer !== undefined) return read(answer);
  if (isForbidden) return { state: 'hidden' };
  return { state: (await page) === undefined ? 'unreachable' : 'blocked' };
}

function read({ type, ok, status, headers }: Response): Found {
  // Unreadable, but there, it would have loaded.
  if (type === 'opaque') return { state: 'missing' };
  if (!ok) return { state: status >= 500 ? 'server-failed' : 'missing', status };
  const isJavaScript = /javascript|ecmascript/.test(headers.get('content-type') ?? 'javascript');
  return { state: isJavaScript ? 'fine' : 'no-javascript', status };
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
