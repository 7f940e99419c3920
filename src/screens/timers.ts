import { useEffect, useReducer, useState } from 'react';

const SLOW_MS = 8_000;

/** The seconds until then, counting down; 0 once it is over, or when there is no such time. */
export function useSecondsUntil(time: number | null): number {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  const left = Math.max(0, (time ?? 0) - Date.now());
  // Anew at each render: at the next full second.
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(tick, left % 1000 || 1000);
    return () => clearTimeout(timer);
  });
  return Math.ceil(left / 1000);
}

/** Whether this attempt takes longer than one does. */
export function useIsSlow(attempt: number): boolean {
  const [slow, setSlow] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setSlow(attempt), SLOW_MS);
    return () => clearTimeout(timer);
  }, [attempt]);
  return slow === attempt;
}
