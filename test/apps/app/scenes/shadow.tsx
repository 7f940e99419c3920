import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

/** The meeting in a shadow root, as in a web component of the app. */
export const Shadow = ({ meeting }: SceneProps) => (
  <InShadow>
    <Meeting {...meeting} />
  </InShadow>
);

export function InShadow({ children }: { readonly children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot>();
  useEffect(() => {
    const { current } = host;
    if (current) setRoot(current.shadowRoot ?? current.attachShadow({ mode: 'open' }));
  }, []);
  return (
    <div ref={host} id="shadow" style={{ height: '100%' }}>
      {root && createPortal(children, root as unknown as Element)}
    </div>
  );
}
