import type { FrameWindow } from './source.ts';

/**
 * Intercepts each assignment to `script.src` in the frame, before the browser requests anything. `take` either
 * calls `load`, or dispatches the script's `load` or `error` event itself. It must dispatch it at least a microtask
 * later, because the SDK adds its listeners after it has set `src`.
 */
export function watchScriptAddresses(
  frame: FrameWindow,
  take: (script: HTMLScriptElement, address: string, load: () => void) => void,
): void {
  watchAddresses(frame.HTMLScriptElement.prototype, take);
}

/** Does the same for each kind of element that loads what its `src` is set to. */
export function watchAddresses<Loader extends HTMLElement>(
  prototype: Loader,
  take: (element: Loader, address: string, load: () => void) => void,
): void {
  const src = Object.getOwnPropertyDescriptor(prototype, 'src');
  Object.defineProperty(prototype, 'src', {
    ...src,
    set(this: Loader, address: string) {
      take(this, address, () => src?.set?.call(this, address));
    },
  });
}
