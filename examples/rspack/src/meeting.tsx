import { useRef } from 'react';
import { Link } from 'react-router';
import { ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { practice } from './practice.ts';

export function Meeting() {
  const zoom = useRef<ZoomJoinHandle>(null);
  return (
    <>
      <nav>
        <ul>
          <li>
            <Link to="/">Back</Link>
          </li>
        </ul>
        <ul>
          <li>
            <button type="button" className="secondary" onClick={() => zoom.current?.leave()}>
              Leave
            </button>
          </li>
        </ul>
      </nav>
      <h1>Weekly review</h1>
      <ZoomJoin
        ref={zoom}
        meeting="weekly-review"
        userName="Ada Lovelace"
        getSignature={practice.getSignature}
        sdk={practice.sdk}
        style={{ height: '70vh' }}
      />
    </>
  );
}
