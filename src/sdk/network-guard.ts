import type { FrameWindow } from './source.ts';

/** The SDK's first request, which carries the signature and the passcode in its body. */
const FIRST_REQUEST = /\/wc\/info(\?|$)/;

/**
 * Keeps the signature and the passcode out of URLs: when Zoom answers the SDK's first request with an HTTP 5xx, the
 * SDK repeats it as a script, with all of it in the address. Such a script fails at once instead, unasked, and the
 * join with it.
 */
export function guardRequests(frame: FrameWindow): void {
  const { prototype } = frame.HTMLScriptElement;
  const src = Object.getOwnPropertyDescriptor(prototype, 'src');
  Object.defineProperty(prototype, 'src', {
    ...src,
    set(this: HTMLScriptElement, address: string) {
      // The SDK listens to it a moment later.
      if (FIRST_REQUEST.test(address))
        frame.queueMicrotask(() => this.dispatchEvent(new frame.Event('error')));
      else src?.set?.call(this, address);
    },
  });
}
