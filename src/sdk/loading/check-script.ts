import { type NoAnswer, type ProbeOptions, probe } from './probe.ts';

/**
 * The result of fetching a script again:
 * - `fine`: it is JavaScript. If it did not load before, the cause was temporary.
 * - `missing`: its server has no such file (4xx, or an error that a server of another origin hides).
 * - `no-javascript`: its server answers with something else. Many servers answer an unknown URL with their start
 *   page.
 * - `server-failed`: 5xx.
 * - `blocked`: there is no answer, although the page's own server answers. The cause is an extension, a firewall or
 *   DNS.
 * - `unreachable`: neither server answers.
 * - `offline`: the browser has no network.
 * - `hidden`: the page's `connect-src` forbids the request.
 */
export type ScriptState = 'fine' | 'missing' | 'no-javascript' | 'server-failed' | NoAnswer;

export interface ScriptCheck {
  readonly state: ScriptState;
  /** The HTTP status, if the browser exposes it. */
  readonly status?: number;
  /** How long it took until the response began, in ms. */
  readonly ms: number;
}

/**
 * Finds out why a `<script>` did not load, or did not define the SDK. Its `error` event says nothing about the
 * cause, and an HTML page fires `load`.
 *
 * @throws the signal's reason when it aborts
 */
export async function checkScript(src: string, options?: ProbeOptions): Promise<ScriptCheck> {
  const { answer, ms } = await probe(src, options);
  return { ...(typeof answer === 'string' ? { state: answer } : read(answer)), ms };
}

function read({ type, ok, status, headers }: Response): Omit<ScriptCheck, 'ms'> {
  // The response is not readable. If the file existed, the script would have loaded.
  if (type === 'opaque') return { state: 'missing' };
  if (!ok) return { state: status >= 500 ? 'server-failed' : 'missing', status };
  const isJavaScript = /javascript|ecmascript/.test(headers.get('content-type') ?? 'javascript');
  return { state: isJavaScript ? 'fine' : 'no-javascript', status };
}
