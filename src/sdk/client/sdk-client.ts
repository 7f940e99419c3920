import { copyDeep } from '../../utils/copy-deep.ts';
import { type ConnectionChange, SDK_EVENTS, type SdkEventName, type SdkEventPayloads } from './events.ts';
import type { RawClient } from './raw-client.ts';

export interface JoinArguments {
  signature: string;
  meetingNumber: string;
  userName: string;
  password?: string | undefined;
  userEmail?: string | undefined;
  customerKey?: string | undefined;
  tk?: string | undefined;
  zak?: string | undefined;
  obfToken?: string | undefined;
  recordingToken?: string | undefined;
}

export type SdkListener = <Event extends SdkEventName>(
  event: Event,
  payload: SdkEventPayloads[Event],
) => void;

/** How the SDK reports a failure: it rejects with this, resolves to it, or sends it as an event. */
export interface SdkFailure {
  errorCode?: number | undefined;
  reason?: string | undefined;
  /** Where the user can register or sign in. */
  url?: string | undefined;
}

/**
 * Wraps the SDK's client and hides its quirks. It removes undefined options, subscribes to events between `init`
 * and `join`, always passes participants as arrays, and throws when the SDK resolves to a failure.
 */
export class SdkClient {
  readonly raw: RawClient;
  /** The SDK's last `connection-change`. It starts as `Connected`, because a join that resolves implies that. */
  connection: ConnectionChange = { state: 'Connected' };

  /** The language of the SDK's words. */
  language = 'en-US';

  #afterReconnecting: { resolve(): void; reject(change: ConnectionChange): void } | undefined;

  constructor(raw: RawClient) {
    this.raw = raw;
  }

  /** @throws what the SDK rejects with or resolves to, see {@link readFailure} */
  async init(options: Record<string, unknown>, listener: SdkListener): Promise<void> {
    // Remove undefined values: `isResizable: undefined` makes the SDK render endlessly.
    succeed(await this.raw.init(copyDeep(options)));
    this.language = String(options['language']);
    // Not earlier: before `init`, `on` throws a TypeError.
    for (const event of SDK_EVENTS) {
      this.raw.on(event, (payload) => {
        const normalised = normalise(event, payload);
        if (event === 'connection-change') this.#onConnection(normalised as ConnectionChange);
        listener(event, normalised);
      });
    }
  }

  #onConnection(change: ConnectionChange): void {
    this.connection = change;
    if (change.state === 'Connected') this.#afterReconnecting?.resolve();
    else if (change.state !== 'Reconnecting') this.#afterReconnecting?.reject(change);
  }

  /** Can be called only once per frame: a second join reuses the arguments of the first one. */
  async join(options: JoinArguments): Promise<void> {
    try {
      succeed(await this.raw.join(copyDeep({ ...options })));
    } catch (thrown) {
      // This is not a failure: the SDK continues, and reports the outcome in an event.
      if (readFailure(thrown).reason !== 'RECONNECTING_MEETING') throw thrown;
      await new Promise<void>((resolve, reject) => {
        this.#afterReconnecting = { resolve, reject };
      });
    }
  }

  /** Leaves the meeting at once. Nothing waits for the answer, so the frame may be removed in the same tick. */
  leave(): void {
    try {
      this.raw.leaveMeeting().catch(() => {});
    } catch {
      // There is nothing to leave before the join.
    }
  }

  async end(): Promise<void> {
    succeed(await this.raw.endMeeting());
  }

  /** Resolves to whether the SDK accepted that view. */
  async setView(view: string): Promise<boolean> {
    try {
      succeed(await this.raw.setViewType(view));
      return true;
    } catch {
      // The SDK throws an empty Error: legacy video mode has only `gallery` and `minimized`.
      return false;
    }
  }
}

function normalise<Event extends SdkEventName>(event: Event, payload: unknown): SdkEventPayloads[Event] {
  const asArray = event.startsWith('user-') && !Array.isArray(payload) ? [payload] : payload;
  return asArray as SdkEventPayloads[Event];
}

/** The SDK resolves to `''`, but its typings also allow it to resolve to a failure. */
function succeed(result: unknown): void {
  if (result !== '' && result !== undefined) throw result;
}

/** Picks the fields that we use from whatever the SDK threw, and so drops the passcode that it also contains. */
export function readFailure(thrown: unknown): SdkFailure {
  if (typeof thrown !== 'object' || thrown === null) return {};
  const { errorCode, reason, url, message } = thrown as Record<string, unknown>;
  return {
    errorCode: typeof errorCode === 'number' ? errorCode : undefined,
    reason: textOf(reason) ?? textOf(message),
    url: textOf(url),
  };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
