import { useRef, useState } from 'react';
import { ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { practice } from './practice.ts';

export function App() {
  const [isOpen, setOpen] = useState(false);
  const zoom = useRef<ZoomJoinHandle>(null);
  return (
    <>
      <h1>Weekly review</h1>
      <p>We look back at the week, and plan the next one.</p>
      <p>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Back' : 'Go to the meeting'}
        </button>{' '}
        {isOpen && (
          <button type="button" className="secondary" onClick={() => zoom.current?.leave()}>
            Leave
          </button>
        )}
      </p>
      {isOpen && (
        <ZoomJoin
          ref={zoom}
          meeting="weekly-review"
          userName="Ada Lovelace"
          getSignature={practice.getSignature}
          sdk={practice.sdk}
          style={{ height: '70vh' }}
        />
      )}
    </>
  );
}
