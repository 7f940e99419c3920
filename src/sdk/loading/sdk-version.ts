import type { FrameWindow } from './source.ts';

/** Whether this package was tried with a version of the SDK. */
export const isTried = (version: string): boolean =>
  ['6.0.', '6.1.', '6.2.'].some((part) => version.startsWith(part));

/**
 * Calls back with the SDK's version, which the SDK itself tells only to Zoom, in the body of its first request. Call
 * this before the join.
 */
export function readVersion(frame: FrameWindow, tell: (version: string) => void): void {
  const { prototype } = frame.XMLHttpRequest;
  const { send } = prototype;
  prototype.send = function (this: XMLHttpRequest, body) {
    const version = typeof body === 'string' ? new URLSearchParams(body).get('cv') : null;
    if (version !== null) {
      prototype.send = send;
      tell(version);
    }
    Reflect.apply(send, this, [body]);
  };
}
