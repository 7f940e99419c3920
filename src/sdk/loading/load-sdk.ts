import { beforeDeadline } from '../../utils/deadline.ts';
import type { RawClient } from '../client/raw-client.ts';
import { PROFILE } from '../profile/profile.ts';
import { setIntegrity } from './integrity.ts';
import { askWithCors } from './prefetch.ts';
import type { ResolvedSource } from './resolve-source.ts';
import { watchScriptAddresses } from './script-addresses.ts';
import type { FrameWindow } from './source.ts';

const MAX_PERIODS = 9;
const ANSWER_MS = 3_000;

export interface LoadOptions {
  /** How long a script may take, in ms, before its server is asked whether it still answers. */
  timeout: number;
  signal: AbortSignal;
}

/**
 * Why the SDK did not load. A script failed, timed out, was blocked by the page's policy, or did not define the SDK
 * (`not-found`). Or the page's Trusted Types policy forbids writing the frame's document.
 */
export type LoadProblem = 'failed' | 'timeout' | 'blocked' | 'not-found' | 'trusted-types';

export interface LoadFacts {
  readonly problem: LoadProblem;
  /** The script's URL, the source's id if it concerns all scripts, or the policy's directive. */
  readonly src: string;
  /** For `blocked`: the directive of the Content-Security-Policy. */
  readonly directive?: string | undefined;
  /** For `failed`: whether the source has a hash for the script. */
  readonly hasIntegrity?: boolean;
}

export class SdkLoadError extends Error {
  readonly facts: LoadFacts;

  constructor(facts: LoadFacts) {
    super(facts.problem);
    this.facts = facts;
  }
}

/**
 * Loads the SDK's scripts into the frame and returns its client. The scripts load in parallel and run in order.
 *
 * @throws {SdkLoadError}
 */
export async function loadSdk(
  frame: FrameWindow,
  source: ResolvedSource,
  options: LoadOptions,
): Promise<RawClient> {
  const { given } = source;
  given.prepare?.(frame);
  // This includes the scripts that the SDK itself loads.
  watchScriptAddresses(frame, (script, address, load) => {
    setIntegrity(script, address, source.integrity);
    load();
  });
  const isModule = given.type === 'module';
  const scripts = isModule ? source.scripts.slice(0, -1) : source.scripts;
  await Promise.all(scripts.map((src) => arrival(loadScript(frame, src), src, options)));
  if (isModule) {
    const { exposeModule, writeImportMap } = await import('./module-source.ts');
    const src = source.scripts.at(-1) ?? '';
    writeImportMap(frame, given.imports);
    await arrival(loadScript(frame, src, 'module'), src, options);
    const directive = await exposeModule(frame, src, PROFILE.globals[0], given.export);
    if (directive) throw new SdkLoadError({ problem: 'blocked', src, directive });
  }
  const client = findClient(frame);
  if (client === undefined) throw new SdkLoadError({ problem: 'not-found', src: source.id });
  return client;
}

/**
 * Waits for a script. If it is late but its server still answers, the connection is slow rather than broken, and
 * the script gets the same time again. A `<script>` reports no progress, and may never arrive, so the number of
 * periods is limited.
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

function loadScript(frame: FrameWindow, src: string, type = ''): Promise<void> {
  const { document } = frame;
  const script = document.createElement('script');
  script.type = type;
  // Without this, inserted scripts run in the order in which they arrive.
  script.async = false;
  askWithCors(script);
  script.src = src;

  let directive: string | undefined;
  // The listener goes away with the frame's document.
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    if (script.src.startsWith(blockedURI)) directive = effectiveDirective;
  });
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => {
      // Scripts that have already arrived must not run and log errors without this one. Moved to another document,
      // they don't run.
      for (const other of [...document.scripts]) new Document().adoptNode(other);
      // Wait one task: the violation is reported after the error.
      setTimeout(() =>
        reject(
          new SdkLoadError({
            problem: directive === undefined ? 'failed' : 'blocked',
            src,
            directive,
            hasIntegrity: script.integrity !== '',
          }),
        ),
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

/**
 * Finds the client. Depending on the build, `createClient` is on a global, on its `default`, or on its
 * `embeddedClient`.
 */
export function findClient(frame: FrameWindow, names = PROFILE.globals): RawClient | undefined {
  const globals = frame as unknown as Record<string, Holder | undefined>;
  for (const build of names.map((name) => globals[name])) {
    const holder = [build, build?.default, build?.embeddedClient].find((one) => one?.createClient);
    if (holder) return holder.createClient?.();
  }
  return undefined;
}
