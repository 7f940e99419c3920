import { watchAddresses, watchScriptAddresses } from '../loading/script-addresses.ts';
import type { FrameWindow } from '../loading/source.ts';
import { PROFILE } from '../profile/profile.ts';
import type { SecretFinder } from '../secrets/finder.ts';
import type { BlockedUse } from './blocked-use.ts';

/** A request to this address fails as one to a server that can't be reached. */
const NOWHERE = 'about:invalid';

export interface RequestGuardOptions {
  /** Finds the secrets that must not be in the address of a request. */
  readonly finder: SecretFinder;
  /** Whether others may be phoned. They then join without a passcode. */
  readonly maysCall: boolean;
  /** Called when a request or a message was not sent. */
  readonly onBlocked: (what: BlockedUse) => void;
}

/**
 * Keeps the signature, the passcode and tokens out of the addresses of requests, which servers and proxies log. If Zoom
 * answers the SDK's first request with an HTTP 5xx, the SDK repeats it as a script with all of them in its URL. Such a
 * request fails without being sent, and the join fails with it.
 */
export function guardRequests(
  frame: FrameWindow,
  { finder, maysCall, onBlocked }: RequestGuardOptions,
): void {
  const isBlocked = (what: BlockedUse, found: boolean): boolean => {
    if (found) onBlocked(what);
    return found;
  };
  const holdsSecret = (address: unknown): boolean => isBlocked('request', finder.isIn(String(address)));

  watchScriptAddresses(frame, (script, address, load) => {
    if (holdsSecret(address)) frame.queueMicrotask(() => script.dispatchEvent(new frame.Event('error')));
    else load();
  });
  for (const { prototype } of [frame.HTMLImageElement, frame.HTMLIFrameElement]) {
    watchAddresses<HTMLElement>(prototype, (_element, address, load) => {
      if (!holdsSecret(address)) load();
    });
  }
  const { prototype } = frame.XMLHttpRequest;
  const { open } = prototype;
  prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL, ...rest: unknown[]) {
    Reflect.apply(open, this, [method, holdsSecret(url) ? NOWHERE : url, ...rest]);
  };
  const { fetch } = frame;
  frame.fetch = (request, init) =>
    fetch(holdsSecret((request as Partial<Request>).url ?? request) ? NOWHERE : request, init);
  const { navigator, WebSocket } = frame;
  const sendBeacon = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, data) => !holdsSecret(url) && sendBeacon(url, data);
  frame.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      // Its many short parameters may equal a passcode. `new` rejects the other address with an error.
      super(isBlocked('request', finder.isSurelyIn(String(url))) ? NOWHERE : url, protocols);
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const calls =
        !maysCall &&
        typeof data === 'string' &&
        data.includes(PROFILE.call) &&
        !data.includes(PROFILE.callsUser);
      if (!isBlocked('call', calls)) super.send(data);
    }
  };
}
