import type { SdkSource } from 'react-zoom-join';

/** The SDK's scripts arrive, and nobody is told: loading goes on for as long as somebody wants to look at it. */
export function neverTold(sdk: SdkSource | undefined): SdkSource | undefined {
  return sdk && { ...sdk, id: `${sdk.id}, never told`, prepare: holdLoadEvents };
}

const holdLoadEvents = ({ document }: Window): void =>
  document.addEventListener('load', (event) => event.stopImmediatePropagation(), { capture: true });
