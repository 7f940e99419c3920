import type { SdkSource } from 'react-zoom-join';

/** The SDK's scripts arrive, but their `load` events are stopped, so that the loading screen stays. */
export function neverTold(sdk: SdkSource | undefined): SdkSource | undefined {
  return sdk && { ...sdk, id: `${sdk.id}, never told`, prepare: holdLoadEvents };
}

const holdLoadEvents = ({ document }: Window): void =>
  document.addEventListener('load', (event) => event.stopImmediatePropagation(), { capture: true });
