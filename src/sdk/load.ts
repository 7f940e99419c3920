import { beforeDeadline } from './deadline.ts';
import { askWithCors } from './hint.ts';
import type { RawClient } from './raw-client.ts';
import type { FrameWindow, ScriptSource } from './source.ts';

export interface LoadOptions {
  /** How long one script may take, in ms. */
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
  { timeout, signal }: LoadOptions,
): Promise<RawClient> {
  source.prepare?.(frame);
  await Promise.all(
    source.scripts.map((src) =>
      beforeDeadline(
        loadScript(frame, src),
        timeout,
        signal,
        () => new SdkLoadError({ problem: 'timeout', src }),
      ),
    ),
  );
  const client = findClient(frame);
  if (client === undefined) throw new SdkLoadError({ problem: 'not-found', src: source.id });
  return client;
}

function loadScript(frame: FrameWindow, src: string): Promise<void> {
  const { document } = frame;
  const script = document.createElement('script');
  // Inserted scripts run in the order of their insertion only when told so.
  script.async = false;
  askWithCors(script);
  script.src = src;

  let directive: string | undefined;
  const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (script.src.startsWith(blockedURI)) directive = effectiveDirective;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  return new Promise<void>((resolve, reject) => {
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
  }).finally(() => document.removeEventListener('securitypolicyviolation', onViolation));
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
