import type { CDPSession } from 'playwright';

/**
 * For Chromium, when memory is measured: machine code grows for as long as V8's optimizing compilers find something to
 * do, long after all else stands still (observed: 120 kB in 30 meetings, and not one object).
 */
export const WITHOUT_OPTIMIZERS = '--js-flags=--no-turbofan --no-maglev --no-sparkplug';

/** What a page holds on to. */
export interface Memory {
  /** Bytes of JavaScript's heap. */
  readonly heap: number;
  /** Of the DOM, in the documents and out of them. */
  readonly nodes: number;
  readonly documents: number;
  readonly listeners: number;
}

/** After forced garbage collections, and without what the developer tools themselves keep for their console. */
export async function memoryOf(cdp: CDPSession): Promise<Memory> {
  await cdp.send('Runtime.discardConsoleEntries');
  // One collection finds what the one before has set free: finalizers, wrappers of DOM nodes.
  for (let times = 0; times < 3; times += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, documents, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, documents, listeners: jsEventListeners };
}
