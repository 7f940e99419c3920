import { useEffect, useReducer, useState } from 'react';

/** Returns the seconds until `time`, counting down. Returns 0 once that is over, or if `time` is `null`. */
export function useSecondsUntil(time: number | null): number {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  const left = Math.max(0, (time ?? 0) - Date.now());
  // Each render sets a new timer, for the next full second.
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(tick, left % 1000 || 1000);
    return () => clearTimeout(timer);
  });
  return Math.ceil(left / 1000);
}

/** Returns `value`. While `isHeld` is `true`, returns the last value from before that. */
export function useHeld<T>(value: T, isHeld: boolean): T {
  const [last, setLast] = useState(value);
  if (!isHeld && last !== value) setLast(value);
  return isHeld ? last : value;
}

/** Returns the last value that has stayed the same for `ms`. Until there is one, returns `initial`. */
export function useSettled<T>(value: T, ms: number, initial: T): T {
  const [settled, settle] = useState({ value: initial });
  useEffect(() => {
    const timer = setTimeout(settle, ms, { value });
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled.value;
}
