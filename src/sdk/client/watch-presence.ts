import type { SdkClient } from './sdk-client.ts';

const INTERVAL_MS = 3_000;

/**
 * Where this person is, once the SDK has connected. `gone`: in no meeting any more, and the SDK tells of no end (observed:
 * when the server ends a meeting with reason 1, no event fires and the picture freezes).
 */
export type Presence = 'meeting' | 'waiting-room' | 'gone';

/**
 * Follows the SDK's own record of this person, `getCurrentUser()`. Observed (6.2.0): it is there from the first list of
 * participants until the end, in the waiting room as well, where `isInMeeting` of `getCurrentMeetingInfo()` is false; it is
 * gone while the SDK reconnects, and for a moment after it has connected; and at each event it is up to date.
 *
 * @param signal Ends it.
 * @param tell Hears the same presence again and again.
 * @returns Looks at the record now: call it at each event.
 */
export function watchPresence(
  sdk: SdkClient,
  signal: AbortSignal,
  tell: (presence: Presence) => void,
): () => void {
  /** Since the SDK has connected: whether there was a record, and how many looks in a row found none. */
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
    // Twice in a row: between the record and its event there is a moment. Without a record at all, Zoom's word counts.
    if (misses === 2) tell(wasThere ? 'gone' : 'meeting');
  }, INTERVAL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return look;
}
