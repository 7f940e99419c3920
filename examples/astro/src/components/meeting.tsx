import { useRef } from 'react';
import { ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { practice } from '../practice.ts';

// The functions are here, because an .astro file can't pass functions to an island.
export function Meeting() {
  const meeting = useRef<ZoomJoinHandle>(null);
  return (
    <>
      <ZoomJoin
        ref={meeting}
        meeting="weekly-review"
        userName="Ada Lovelace"
        getSignature={practice.getSignature}
        sdk={practice.sdk}
        style={{ height: '70vh', marginBlockEnd: '1rem' }}
      />
      <button type="button" className="secondary" onClick={() => meeting.current?.leave()}>
        Leave
      </button>
    </>
  );
}
