import { type RefObject, useEffect, useState } from 'react';

type Loaded = typeof import('./other-ways.tsx').OtherWays;

/**
 * Loads the component that offers other ways into the meeting. Most pages never need it, so it is loaded only if it
 * may be needed. Returns `undefined` while it loads, and `null` if it could not be loaded.
 *
 * @param inside an element in the page. If the page is in a frame, it may lack the camera and the microphone.
 */
export function useOtherWays(
  inside: RefObject<Element | null>,
  isWanted: boolean,
): Loaded | null | undefined {
  const [loaded, setLoaded] = useState<Loaded | null>();
  useEffect(() => {
    const page = inside.current?.ownerDocument.defaultView;
    if (isWanted || page !== page?.parent)
      import('./other-ways.tsx').then(
        (file) => setLoaded(() => file.OtherWays),
        () => setLoaded(null),
      );
  }, [inside, isWanted]);
  return loaded;
}
