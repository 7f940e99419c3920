import { type RefObject, useEffect } from 'react';

/**
 * When what a join needs of Zoom's is loaded and initialised: `'none'`: when it is asked for. `'intent'`: when the pointer
 * or the focus comes to a button of the idle screen. `'mount'`: at once.
 */
export type Preload = 'none' | 'intent' | 'mount';

/** Preloads ahead of a click. @param inside an element whose parent holds the screen */
export function usePreload(inside: RefObject<HTMLElement | null>, when: Preload, preload: () => void): void {
  useEffect(() => {
    // At each render: what other props have outdated is prepared anew, all else stays as it is.
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
