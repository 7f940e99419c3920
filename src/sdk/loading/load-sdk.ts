import { beforeDeadline } from '../../utils/deadline.ts';
import type { RawClient } from '../client/raw-client.ts';
import { askWithCors } from './prefetch.ts';
import type { FrameWindow, ScriptSource } from './source.ts';

const MAX_PERIODS = 9;
const ANSWER_MS = 3_000;

export interface LoadOptions {
  /** How long one script may take, in ms, before its server has to answer. */
  timeout: number;
  signal: AbortSignal;
}

/**
 * Why the SDK did not load: a script failed, came too late, was blocked by the page's policy, or was no SDK; or that policy
 * did not even let its frame be written.
 */
export type LoadProblem = 'failed' | 'timeout' | 'blocked' | 'not-found' | 'trusted-types';

export interface LoadFacts {
  readonly problem: LoadProblem;
  /** The script's address, the source's id when it is about all of them, or the policy's directive. */
  readonly src: string;
  /** With `blocked`: the directive of the Content-Security-Policy. */
  readonly directive?: string | undefined;
}

export class SdkLoadError extends Error {
  readonly facts: LoadFacts;

  constructor(facts: LoadFacts) {
    super(facts.problem);
    this.facts = facts;
  }
}

/**
 * Loads the SDK's scripts into the frame and returns its client. They load side by side and run in order.
 *
 * @throws {SdkLoadError}
 */
export async function loadSdk(
  frame: FrameWindow,
  source: ScriptSource,
  options: LoadOptions,
): Promise<RawClient> {
  source.prepare?.(frame);
  await Promise.all(source.scripts.map((src) => arrival(loadScript(frame, src), src, options)));
  const client = findClient(frame);
  if (client === undefined) throw new SdkLoadError({ problem: 'not-found', src: source.id });
  return client;
}

/**
 * A `<script>` tells nothing of the bytes that arrive. One that is late gets as much time again if its server answers: then
 * the line is slow, not broken. But not for ever: it may not come all the same.
 */
async function arrival(script: Promise<void>, src: string, { timeout, signal }: LoadOptions): Promise<void> {
  const late = new SdkLoadError({ problem: 'timeout', src });
  for (let periods = MAX_PERIODS; ; periods -= 1) {
    try {
      return await beforeDeadline(script, timeout, signal, () => late);
    } catch (thrown) {
      if (thrown !== late || periods === 1) throw thrown;
      await fetch(src, {
        method: 'HEAD',
        mode: 'no-cors',
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_MS),
      }).catch(() => {
        throw late;
      });
    }
  }
}

function loadScript(frame: FrameWindow, src: string): Promise<void> {
  const { document } = frame;
  const script = document.createElement('script');
  // Inserted scripts run in the order of their insertion only when told so.
  script.async = false;
  askWithCors(script);
  script.src = src;

  let directive: string | undefined;
  // It goes with the frame's document.
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    if (script.src.startsWith(blockedURI)) directive = effectiveDirective;
  });
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => {
      // What is there already must not run without this one, and complain: a script that has changed its document does not.
      for (const other of [...document.scripts]) new Document().adoptNode(other);
      // A task later: the report of a violation comes after the error.
      setTimeout(() =>
        reject(new SdkLoadError({ problem: directive === undefined ? 'failed' : 'blocked', src, directive })),
      );
    };
    document.head.append(script);
  });
}

interface Holder {
  createClient?(): RawClient;
  default?: Holder;
  embeddedClient?: Holder;
}

/** The builds differ in what they set: a global, its `default`, or its `embeddedClient` carries `createClient`. */
export function findClient(frame: FrameWindow): RawClient | undefined {
  const globals = frame as { ReactWidgets?: Holder; ZoomMtgEmbedded?: Holder };
  for (const build of [globals.ReactWidgets, globals.ZoomMtgEmbedded]) {
    const holder = [build, build?.default, build?.embeddedClient].find((one) => one?.createClient);
    if (holder) return holder.createClient?.();
  }
  return undefined;
}
