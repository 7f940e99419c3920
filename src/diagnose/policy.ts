import type { PolicyNeed } from './types.ts';

/** A WebAssembly module with nothing in it. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** How long a worker or a script may keep its answer to itself, in ms. */
const PATIENCE_MS = 3_000;

/**
 * What the page's Content-Security-Policy forbids of what the SDK does in its frame, which has the same policy. No
 * script can read a policy that came as a header, so each thing is tried. What stays without answer counts as allowed.
 */
export async function policyForbids(
  src: string | undefined,
  nonce: string | undefined,
): Promise<PolicyNeed[]> {
  const [scripts, workers] = await Promise.all([src === undefined || tryScript(src, nonce), tryWorker()]);
  const allowed = { scripts, styles: tryStyle(nonce), wasm: tryWasm(), workers };
  return (Object.keys(allowed) as (keyof typeof allowed)[]).filter((need) => !allowed[need]);
}

/** A preload obeys `script-src` as the script does, and runs nothing. */
async function tryScript(src: string, nonce: string | undefined): Promise<boolean> {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'script';
  if (nonce !== undefined) link.nonce = nonce;
  link.href = src;
  let isForbidden = false;
  const onViolation = ({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent) => {
    // The address may be cut down to its origin, and is asked for in other ways at the same time.
    const isOurs = effectiveDirective.startsWith('script-src') && link.href.startsWith(blockedURI);
    if (disposition === 'enforce' && isOurs) isForbidden = true;
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  await settled((done) => {
    link.onload = done;
    link.onerror = done;
    document.head.append(link);
  });
  // The report of a violation comes a task later.
  await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', onViolation);
  link.remove();
  return !isForbidden;
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

/** Waits, but not for ever. */
const settled = (start: (done: (result?: unknown) => void) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, true);
    start((result) => {
      clearTimeout(timer);
      resolve(result !== false);
    });
  });
