import type { SdkClient } from './client.ts';
import type { FrameWindow } from './source.ts';

const INTERVAL_MS = 3_000;

/**
 * Notices an end that the SDK does not tell of. Observed: when the server ends a meeting with reason 1, no event fires
 * and the picture freezes, but the SDK's own record says that it is in no meeting any more.
 */
export function watchEnd(frame: FrameWindow, sdk: SdkClient, onEnd: () => void): void {
  // Twice in a row: between the record and its event there is a moment. The frame's own timer goes with the frame.
  let missed = 0;
  frame.setInterval(() => {
    const isOver = sdk.connection === 'Connected' && !sdk.raw.getCurrentMeetingInfo().isInMeeting;
    missed = isOver ? missed + 1 : 0;
    if (missed === 2) onEnd();
  }, INTERVAL_MS);
}
