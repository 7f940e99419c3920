import type { CDPSession } from 'playwright';

/**
 * For measuring memory in Chromium: machine code grows for as long as V8's optimizing compilers find something to
 * do, long after everything else has settled (observed: 120 kB in 30 meetings, and not one object).
 */
export const WITHOUT_OPTIMIZERS = '--js-flags=--no-turbofan --no-maglev --no-sparkplug';

/** The memory that a page holds. */
export interface Memory {
  /** The size of the JavaScript heap, in bytes. */
  readonly heap: number;
  /** The number of DOM nodes, inside and outside of documents. */
  readonly nodes: number;
  readonly documents: number;
  readonly listeners: number;
}

/** Measures after forced garbage collections, and without what the developer tools keep for their console. */
export async function memoryOf(cdp: CDPSession): Promise<Memory> {
  await cdp.send('Runtime.discardConsoleEntries');
  // A collection finds what the one before has released: finalizers, wrappers of DOM nodes.
  for (let times = 0; times < 3; times += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, documents, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, documents, listeners: jsEventListeners };
}
