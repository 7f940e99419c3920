import { useRef } from 'react';
import { ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { practice } from './practice.ts';

// The origin of the LMS. No other page can show this one in a frame: see vite.config.ts.
const lms = document.referrer && new URL(document.referrer).origin;

export function App() {
  const zoom = useRef<ZoomJoinHandle>(null);
  return (
    <>
      <ZoomJoin
        ref={zoom}
        meeting="weekly-review"
        userName="Ada Lovelace"
        getSignature={practice.getSignature}
        sdk={practice.sdk}
        onLeft={({ reason }) => lms && parent.postMessage({ left: reason }, lms)}
        style={{ height: 'calc(100vh - 7rem)', marginBottom: '1rem' }}
      />
      <button type="button" className="secondary" onClick={() => zoom.current?.leave()}>
        Leave
      </button>
    </>
  );
}
