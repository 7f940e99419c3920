import Link from 'next/link';
import { useRef } from 'react';
import { type GetSignature, ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { practice } from '@/lib/practice';

const getSignature: GetSignature = (request, { signal }) =>
  fetch('/api/zoom', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });

export default function Meeting() {
  const zoom = useRef<ZoomJoinHandle>(null);
  return (
    <>
      <nav>
        <ul>
          <li>
            <Link href="/">Back</Link>
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
        getSignature={getSignature}
        sdk={practice.sdk}
        style={{ height: '70vh' }}
      />
    </>
  );
}
