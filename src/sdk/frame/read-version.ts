import { watchScriptAddresses } from '../loading/script-addresses.ts';
import type { FrameWindow } from '../loading/source.ts';
import { PROFILE } from '../profile/profile.ts';

/**
 * Calls back with the SDK's version, which the SDK itself tells only to Zoom, in its first request. Old versions make
 * that request by a script. Call this before the join.
 */
export function readVersion(frame: FrameWindow, tell: (version: string) => void): void {
  let isKnown = false;
  const read = (fields: string): void => {
    const version = isKnown ? null : new URLSearchParams(fields).get(PROFILE.versionField);
    if (version === null) return;
    isKnown = true;
    tell(version);
  };
  watchScriptAddresses(frame, (_script, address, load) => {
    read(address.split('?')[1] ?? '');
    load();
  });
  const { prototype } = frame.XMLHttpRequest;
  const { send } = prototype;
  prototype.send = function (this: XMLHttpRequest, body) {
    if (typeof body === 'string') read(body);
    Reflect.apply(send, this, [body]);
  };
}
