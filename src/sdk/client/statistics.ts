import type { SdkEventHandlers } from './events.ts';
import type { SdkClient } from './sdk-client.ts';

const KINDS = ['audio', 'video', 'share'] as const;
type Kind = (typeof KINDS)[number];

const PROPS = {
  audio: 'onAudioStatisticDataChange',
  video: 'onVideoStatisticDataChange',
  share: 'onShareStatisticDataChange',
} as const satisfies Record<Kind, keyof SdkEventHandlers>;

/** Has the SDK measure what somebody listens to, and nothing else. */
export class Statistics {
  readonly #sdk: SdkClient;
  readonly #subscribed = new Set<Kind>();

  constructor(sdk: SdkClient) {
    this.#sdk = sdk;
  }

  /** To be called when a handler may have come or gone, and when the SDK may take what it has refused before. */
  update(handlers: SdkEventHandlers): void {
    if (this.#sdk.connection.state !== 'Connected') return;
    for (const kind of KINDS) {
      const isWanted = typeof handlers[PROPS[kind]] === 'function';
      if (isWanted !== this.#subscribed.has(kind)) void this.#set(kind, isWanted);
    }
  }

  /** The SDK connects anew, and then measures nothing. */
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
      // Of audio there is nothing to measure before the person has joined with it.
      this.#subscribed.delete(kind);
    }
  }
}
