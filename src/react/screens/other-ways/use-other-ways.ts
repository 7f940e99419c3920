import { type RefObject, useEffect, useState } from 'react';

type Loaded = typeof import('./other-ways.tsx').OtherWays;

/**
 * What leads elsewhere when this page does not do: most never need it, so it loads when it may be wanted.
 *
 * @param inside an element in the page: what is in a frame may lack camera and microphone
 */
export function useOtherWays(inside: RefObject<Element | null>, isWanted: boolean): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    const page = inside.current?.ownerDocument.defaultView;
    if (isWanted || page !== page?.parent)
      import('./other-ways.tsx').then(
        (file) => setLoaded(() => file.OtherWays),
        () => {},
      );
  }, [inside, isWanted]);
  return loaded;
}
