import type { PolicyNeed } from './types.ts';

/** An empty WebAssembly module. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** How long to wait for a worker or a script, in ms. */
const PATIENCE_MS = 3_000;

/**
 * Returns what the page's Content-Security-Policy forbids of what the SDK does in its frame, which has the same
 * policy. A script cannot read a policy from a response header, so this function tries each thing. If there is no
 * answer in time, the thing counts as allowed.
 *
 * @param isThere Whether the script at `src` can be fetched.
 */
export async function policyForbids(
  src: string | undefined,
  nonce: string | undefined,
  isThere: () => Promise<boolean>,
): Promise<PolicyNeed[]> {
  const [scripts, workers] = await Promise.all([
    src === undefined || tryScript(src, nonce, isThere),
    tryWorker(),
  ]);
  const allowed = { scripts, styles: tryStyle(nonce), wasm: tryWasm(), workers };
  return (Object.keys(allowed) as (keyof typeof allowed)[]).filter((need) => !allowed[need]);
}

/** Returns an element that loads the script and runs nothing. */
type Load = (src: string) => HTMLLinkElement | HTMLScriptElement;

/** A preload obeys `script-src` just as the script does. */
const preload: Load = (src) =>
  Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href: src });

/**
 * A script that the browser discards, because no content has this hash. Firefox reports no violation for a preload. It
 * comes second, because the browser prints that it has discarded it.
 */
const discarded: Load = (src) =>
  Object.assign(document.createElement('script'), { integrity: 'sha256-AAAA', src });

async function tryScript(
  src: string,
  nonce: string | undefined,
  isThere: () => Promise<boolean>,
): Promise<boolean> {
  const preloaded = await tryToLoad(preload, src, nonce);
  if (preloaded !== 'failed' || !(await isThere())) return preloaded !== 'forbidden';
  return (await tryToLoad(discarded, src, nonce)) !== 'forbidden';
}

async function tryToLoad(
  load: Load,
  src: string,
  nonce: string | undefined,
): Promise<'loaded' | 'failed' | 'forbidden'> {
  const element = load(src);
  if (nonce !== undefined) element.nonce = nonce;
  let isForbidden = false;
  const onViolation = ({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent) => {
    // The report may contain only the origin of the URL. Other requests for the same URL may be running, so check
    // the directive too.
    const isOurs = effectiveDirective.startsWith('script-src') && src.startsWith(blockedURI);
    if (disposition === 'enforce' && isOurs) isForbidden = true;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  const hasLoaded = await settled((done) => {
    element.onload = () => done();
    element.onerror = () => done(false);
    document.head.append(element);
  });
  // The browser reports a violation one task later.
  await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', onViolation);
  element.remove();
  if (isForbidden) return 'forbidden';
  return hasLoaded ? 'loaded' : 'failed';
}

function tryStyle(nonce: string | undefined): boolean {
  const style = document.createElement('style');
  if (nonce !== undefined) style.nonce = nonce;
  style.textContent = '#zoom-join-diagnosis{}';
  document.head.append(style);
  const isAllowed = style.sheet !== null;
  style.remove();
  return isAllowed;
}

function tryWasm(): boolean {
  if (!('WebAssembly' in globalThis)) return true;
  try {
    return new WebAssembly.Module(EMPTY_MODULE) !== undefined;
  } catch {
    return false;
  }
}

async function tryWorker(): Promise<boolean> {
  const url = URL.createObjectURL(new Blob(['postMessage(0)'], { type: 'text/javascript' }));
  let worker: Worker | undefined;
  try {
    const started = new Worker(url);
    worker = started;
    return await settled((done) => {
      started.onmessage = done;
      started.onerror = () => done(false);
    });
  } catch {
    return false;
  } finally {
    worker?.terminate();
    URL.revokeObjectURL(url);
  }
}

/** Resolves to whether `start` succeeded, or to `true` after the timeout. */
const settled = (start: (done: (result?: unknown) => void) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, true);
    start((result) => {
      clearTimeout(timer);
      resolve(result !== false);
    });
  });
