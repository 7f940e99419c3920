import type { SdkEventHandlers } from './events.ts';
import type { SdkClient } from './sdk-client.ts';

const KINDS = ['audio', 'video', 'share'] as const;
type Kind = (typeof KINDS)[number];

const PROPS = {
  audio: 'onAudioStatisticDataChange',
  video: 'onVideoStatisticDataChange',
  share: 'onShareStatisticDataChange',
} as const satisfies Record<Kind, keyof SdkEventHandlers>;

/** Subscribes to the statistics for which there is a handler, and to no others. */
export class Statistics {
  readonly #sdk: SdkClient;
  readonly #subscribed = new Set<Kind>();

  constructor(sdk: SdkClient) {
    this.#sdk = sdk;
  }

  /**
   * Call this when the handlers may have changed, and when the SDK may accept a subscription that it refused
   * before.
   */
  update(handlers: SdkEventHandlers): void {
    if (this.#sdk.connection.state !== 'Connected') return;
    for (const kind of KINDS) {
      const isWanted = typeof handlers[PROPS[kind]] === 'function';
      if (isWanted !== this.#subscribed.has(kind)) void this.#set(kind, isWanted);
    }
  }

  /** Call this when the SDK reconnects: it then has no subscriptions any more. */
  reset(): void {
    this.#subscribed.clear();
  }

  async #set(kind: Kind, isWanted: boolean): Promise<void> {
    const { raw } = this.#sdk;
    const only = { audio: kind === 'audio', video: kind === 'video', share: kind === 'share' };
    if (!isWanted) this.#subscribed.delete(kind);
    else this.#subscribed.add(kind);
    try {
      await (isWanted ? raw.subscribeStatisticData?.(only) : raw.unSubscribeStatisticData?.(only));
    } catch {
      // Audio has no statistics until the user has joined with audio.
      this.#subscribed.delete(kind);
    }
  }
}
