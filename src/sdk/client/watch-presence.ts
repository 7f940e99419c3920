import type { SdkClient } from './sdk-client.ts';

const INTERVAL_MS = 3_000;

/**
 * Where the user is once the SDK has connected. `gone`: not in the meeting any more, although the SDK reports no
 * end (observed: when the server ends a meeting with reason 1, no event fires and the picture freezes).
 */
export type Presence = 'meeting' | 'waiting-room' | 'gone';

/**
 * Watches the SDK's own record of the user, `getCurrentUser()`. Observed (6.2.0): the record exists from the first
 * list of participants until the end. It also exists in the waiting room, where `isInMeeting` of
 * `getCurrentMeetingInfo()` is `false`. It is missing while the SDK reconnects, and for a moment after it has
 * connected. It is up to date whenever an event fires.
 *
 * @param signal Stops watching when it aborts.
 * @param tell Called with the result of each check, even if it is unchanged.
 * @returns A function that checks the record now. Call it on each event.
 */
export function watchPresence(
  sdk: SdkClient,
  signal: AbortSignal,
  tell: (presence: Presence) => void,
): () => void {
  /** Since the SDK connected: whether a record has existed, and how many checks in a row found none. */
  let wasThere = false;
  let misses = 0;

  const look = (): void => {
    if (sdk.connection.state !== 'Connected') {
      wasThere = false;
      misses = 0;
      return;
    }
    const self = sdk.raw.getCurrentUser();
    if (self === null) return;
    wasThere = true;
    misses = 0;
    tell(self.isHold === true || self.bHold === true ? 'waiting-room' : 'meeting');
  };
  const timer = setInterval(() => {
    misses += 1;
    look();
    // Twice in a row, because the record disappears a moment before the event. If there was never a record, trust
    // the SDK's `Connected`.
    if (misses === 2) tell(wasThere ? 'gone' : 'meeting');
  }, INTERVAL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return look;
}
