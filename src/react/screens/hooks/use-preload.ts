import { type RefObject, useEffect } from 'react';

/**
 * When to load and initialise the SDK. `'none'`: when a join is requested. `'intent'`: when the pointer or the
 * focus reaches a button or link of the idle screen. `'mount'`: at once.
 */
export type Preload = 'none' | 'intent' | 'mount';

/**
 * Preloads the SDK before a click.
 *
 * @param inside an element whose parent contains the screen
 */
export function usePreload(inside: RefObject<HTMLElement | null>, when: Preload, preload: () => void): void {
  useEffect(() => {
    // Runs after each render. It only has an effect if other props have changed, so that the SDK must be prepared
    // again.
    if (when === 'mount') preload();
  });
  useEffect(() => {
    const holder = inside.current?.parentElement;
    if (when !== 'intent' || !holder) return;
    const onSign = ({ target }: Event) => {
      if ((target as Element).closest('button,a')) preload();
    };
    for (const sign of SIGNS) holder.addEventListener(sign, onSign);
    return () => {
      for (const sign of SIGNS) holder.removeEventListener(sign, onSign);
    };
  }, [inside, when, preload]);
}

const SIGNS = ['pointerover', 'focusin'];
