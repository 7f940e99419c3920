import { useRef, useState } from 'react';
import { ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { getSignature } from './get-signature.ts';
import { practice } from './practice.ts';

export function App() {
  const zoom = useRef<ZoomJoinHandle>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <h1>Weekly review</h1>
      <p>We look back at the week, and plan the next one.</p>
      <nav>
        <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Back' : 'Go to the meeting'}
        </button>
        {isOpen && (
          <button type="button" className="secondary" onClick={() => zoom.current?.leave()}>
            Leave
          </button>
        )}
      </nav>
      {isOpen && (
        <ZoomJoin
          ref={zoom}
          meeting="weekly-review"
          userName="Ada Lovelace"
          getSignature={getSignature}
          sdk={practice.sdk}
          style={{ height: '70vh' }}
        />
      )}
    </>
  );
}
