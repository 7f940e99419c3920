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

/** What the SDK says when it refuses: rejected with, resolved with, or sent as an event. */
export interface SdkFailure {
  errorCode?: number | undefined;
  reason?: string | undefined;
  /** Where to register or sign in. */
  url?: string | undefined;
}

/**
 * The SDK's client with its surprises taken out: options without undefined values, events subscribed between
 * `init` and `join`, participants always as arrays, and a result that is either success or thrown.
 */
export class SdkClient {
  readonly raw: RawClient;
  /** The last it has told of its connection; a join that has resolved says as much. */
  connection: ConnectionChange = { state: 'Connected' };

  #afterReconnecting: { resolve(): void; reject(change: ConnectionChange): void } | undefined;

  constructor(raw: RawClient) {
    this.raw = raw;
  }

  /** @throws what the SDK answers, see {@link readFailure}. */
  async init(options: Record<string, unknown>, listener: SdkListener): Promise<void> {
    // `isResizable: undefined` makes it render endlessly.
    succeed(await this.raw.init(copyDeep(options)));
    // Not earlier: `on` before `init` throws a TypeError.
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

  /** Can be called once in a frame: a second join reuses the first one's arguments. */
  async join(options: JoinArguments): Promise<void> {
    try {
      succeed(await this.raw.join(copyDeep({ ...options })));
    } catch (thrown) {
      // Not a failure: the SDK goes on, and tells by an event how it ends.
      if (readFailure(thrown).reason !== 'RECONNECTING_MEETING') throw thrown;
      await new Promise<void>((resolve, reject) => {
        this.#afterReconnecting = { resolve, reject };
      });
    }
  }

  /** Sends the goodbye at once; nothing waits for the answer, the frame may go in the same tick. */
  leave(): void {
    try {
      this.raw.leaveMeeting().catch(() => {});
    } catch {
      // Not in a meeting yet: then nobody needs a goodbye.
    }
  }

  async end(): Promise<void> {
    succeed(await this.raw.endMeeting());
  }

  /** Resolves to whether that view could be taken. */
  async setView(view: string): Promise<boolean> {
    try {
      succeed(await this.raw.setViewType(view));
      return true;
    } catch {
      // An empty Error: legacy video mode has gallery and minimized alone.
      return false;
    }
  }
}

function normalise<Event extends SdkEventName>(event: Event, payload: unknown): SdkEventPayloads[Event] {
  const asArray = event.startsWith('user-') && !Array.isArray(payload) ? [payload] : payload;
  return asArray as SdkEventPayloads[Event];
}

/** The SDK resolves to `''`; its typings allow it to resolve to a failure. */
function succeed(result: unknown): void {
  if (result !== '' && result !== undefined) throw result;
}

/** Picks from whatever the SDK threw the fields we use, so that the passcode it also carries stays behind. */
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
