import { type NoAnswer, type ProbeOptions, probe } from './probe.ts';

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
export type ScriptState = 'fine' | 'missing' | 'no-javascript' | 'server-failed' | NoAnswer;

export interface ScriptCheck {
  readonly state: ScriptState;
  /** HTTP, where the browser shows it. */
  readonly status?: number;
  /** Until the answer began, in ms. */
  readonly ms: number;
}

/**
 * Finds out why a `<script>` did not load, or brought no SDK: its `error` event says nothing, and a page of HTML
 * fires `load`.
 *
 * @throws the signal's reason when it aborts
 */
export async function checkScript(src: string, options?: ProbeOptions): Promise<ScriptCheck> {
  const { answer, ms } = await probe(src, options);
  return { ...(typeof answer === 'string' ? { state: answer } : read(answer)), ms };
}

function read({ type, ok, status, headers }: Response): Omit<ScriptCheck, 'ms'> {
  // Unreadable, but there, it would have loaded.
  if (type === 'opaque') return { state: 'missing' };
  if (!ok) return { state: status >= 500 ? 'server-failed' : 'missing', status };
  const isJavaScript = /javascript|ecmascript/.test(headers.get('content-type') ?? 'javascript');
  return { state: isJavaScript ? 'fine' : 'no-javascript', status };
}
