import type { SdkEventHandlers } from './events.ts';
import type { RawClient } from './raw-client.ts';

const KINDS = ['audio', 'video', 'share'] as const;
type Kind = (typeof KINDS)[number];

const PROPS = {
  audio: 'onAudioStatisticDataChange',
  video: 'onVideoStatisticDataChange',
  share: 'onShareStatisticDataChange',
} as const satisfies Record<Kind, keyof SdkEventHandlers>;

/** Has the SDK measure what somebody listens to, and nothing else. Loaded with the first handler. */
export class Statistics {
  readonly #sdk: RawClient;
  readonly #subscribed = new Set<Kind>();

  constructor(sdk: RawClient) {
    this.#sdk = sdk;
  }

  /** To be called when a handler may have come or gone, and when the SDK may take what it has refused before. */
  update(handlers: SdkEventHandlers): void {
    for (const kind of KINDS) {
      const isWanted = typeof handlers[PROPS[kind]] === 'function';
      if (isWanted !== this.#subscribed.has(kind)) void this.#set(kind, isWanted);
    }
  }

  /** The SDK has connected anew. */
  reset(): void {
    this.#subscribed.clear();
  }

  async #set(kind: Kind, isWanted: boolean): Promise<void> {
    const only = { audio: kind === 'audio', video: kind === 'video', share: kind === 'share' };
    if (!isWanted) this.#subscribed.delete(kind);
    else this.#subscribed.add(kind);
    try {
      await (isWanted
        ? this.#sdk.subscribeStatisticData?.(only)
        : this.#sdk.unSubscribeStatisticData?.(only));
    } catch {
      // Of audio there is nothing to measure before the person has joined with it.
      this.#subscribed.delete(kind);
    }
  }
}
