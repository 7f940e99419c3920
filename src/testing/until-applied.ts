import type { RawClient } from '../sdk/client/raw-client.ts';
import { findClient } from '../sdk/loading/load-sdk.ts';
import type { FrameWindow } from '../sdk/loading/source.ts';

const TIMEOUT_MS = 5_000;
const INTERVAL_MS = 20;

/** A frame with the SDK in it. */
export interface WatchedFrame {
  readonly window: FrameWindow;
  /** The last `state` of the SDK's `connection-change`. */
  connection: string | undefined;
}

/**
 * Starts to track the SDK's connection in a frame. Call it once the SDK has opened its socket, since `on` throws
 * before `init`.
 */
export function watchConnection(frame: WatchedFrame): void {
  findClient(frame.window)?.on('connection-change', (payload) => {
    if (typeof payload === 'object' && payload !== null && 'state' in payload) {
      frame.connection = String(payload.state);
    }
  });
}

/**
 * Resolves when `isApplied` returns `true` for the SDK in every frame that is still in the page.
 *
 * @throws {Error} after 5 s
 */
export async function untilApplied(
  what: string,
  frames: Iterable<WatchedFrame>,
  isApplied: (client: RawClient, frame: WatchedFrame) => boolean,
): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  for (const frame of frames) {
    while (isInPage(frame.window) && !holds(frame, isApplied)) {
      if (Date.now() > deadline)
        throw new Error(`The SDK did not apply within ${TIMEOUT_MS / 1000} s: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
  }
}

const isInPage = (window: FrameWindow): boolean =>
  window.frameElement?.isConnected ?? window.parent === window;

function holds(frame: WatchedFrame, isApplied: (client: RawClient, frame: WatchedFrame) => boolean): boolean {
  const client = findClient(frame.window);
  return client !== undefined && isApplied(client, frame);
}
