import { useEffect, useReducer, useState } from 'react';

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

/** A value; while it is held back, the one before. */
export function useHeld<T>(value: T, isHeld: boolean): T {
  const [last, setLast] = useState(value);
  if (!isHeld && last !== value) setLast(value);
  return isHeld ? last : value;
}

/** A value as it is once it has stayed the same for so many ms; before, as it was. */
export function useSettled<T>(value: T, ms: number, initial: T): T {
  const [settled, settle] = useState({ value: initial });
  useEffect(() => {
    const timer = setTimeout(settle, ms, { value });
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled.value;
}
