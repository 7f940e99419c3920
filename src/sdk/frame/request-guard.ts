import { watchScriptAddresses } from '../loading/script-addresses.ts';
import type { FrameWindow } from '../loading/source.ts';

/** The SDK's first request, whose body contains the signature and the passcode. */
const FIRST_REQUEST = /\/wc\/info(\?|$)/;

/**
 * Keeps the signature and the passcode out of URLs. If Zoom answers the SDK's first request with an HTTP 5xx, the
 * SDK repeats the request as a script with the same data in its URL. This guard makes such a script fail at once
 * without a request, and the join fails with it.
 */
export function guardRequests(frame: FrameWindow): void {
  watchScriptAddresses(frame, (script, address, load) => {
    if (FIRST_REQUEST.test(address))
      frame.queueMicrotask(() => script.dispatchEvent(new frame.Event('error')));
    else load();
  });
}
