import { useCallback, useRef, useState } from 'react';

export interface LogEntry {
  id: number;
  /** Time in ms since the page was opened. */
  time: number;
  kind: 'status' | 'event' | 'error';
  name: string;
  detail: string;
}

const LONGEST = 200;

/** Keeps a log of what happened, newest first. */
export function useLog() {
  const next = useRef(0);
  const [entries, setEntries] = useState<readonly LogEntry[]>([]);
  const add = useCallback((kind: LogEntry['kind'], name: string, detail = '') => {
    next.current += 1;
    const entry = { id: next.current, time: performance.now(), kind, name, detail };
    setEntries((before) => [entry, ...before].slice(0, LONGEST));
  }, []);
  const clear = useCallback(() => setEntries([]), []);
  return { entries, add, clear };
}
