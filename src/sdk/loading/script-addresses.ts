import type { FrameWindow } from './source.ts';

/**
 * Has a look at the address of every script of the frame's, before anything is asked for: `take` either does `load` it, or
 * sees to the script's event itself; a microtask later, when the SDK listens to it.
 */
export function watchScriptAddresses(
  frame: FrameWindow,
  take: (script: HTMLScriptElement, address: string, load: () => void) => void,
): void {
  const { prototype } = frame.HTMLScriptElement;
  const src = Object.getOwnPropertyDescriptor(prototype, 'src');
  Object.defineProperty(prototype, 'src', {
    ...src,
    set(this: HTMLScriptElement, address: string) {
      take(this, address, () => src?.set?.call(this, address));
    },
  });
}
