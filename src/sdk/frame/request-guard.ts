import { watchScriptAddresses } from '../loading/script-addresses.ts';
import type { FrameWindow } from '../loading/source.ts';

/** The SDK's first request, which carries the signature and the passcode in its body. */
const FIRST_REQUEST = /\/wc\/info(\?|$)/;

/**
 * Keeps the signature and the passcode out of URLs: when Zoom answers the SDK's first request with an HTTP 5xx, the
 * SDK repeats it as a script, with all of it in the address. Such a script fails at once instead, unasked, and the
 * join with it.
 */
export function guardRequests(frame: FrameWindow): void {
  watchScriptAddresses(frame, (script, address, load) => {
    if (FIRST_REQUEST.test(address))
      frame.queueMicrotask(() => script.dispatchEvent(new frame.Event('error')));
    else load();
  });
}
