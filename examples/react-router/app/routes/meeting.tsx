import { useRef } from 'react';
import { Link } from 'react-router';
import { type GetSignature, ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { practice } from '../practice';

const getSignature: GetSignature = (request, { signal }) =>
  fetch('/api/zoom', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });

export default function Meeting() {
  const meeting = useRef<ZoomJoinHandle>(null);
  return (
    <>
      <title>Weekly review: meeting</title>
      <nav>
        <ul>
          <li>
            <Link to="/">← Back</Link>
          </li>
        </ul>
        <ul>
          <li>
            <button type="button" className="secondary" onClick={() => meeting.current?.leave()}>
              Leave
            </button>
          </li>
        </ul>
      </nav>
      <h1>Weekly review</h1>
      <ZoomJoin
        ref={meeting}
        meeting="weekly-review"
        userName="Ada Lovelace"
        getSignature={getSignature}
        sdk={practice.sdk}
        style={{ height: '70vh' }}
      />
    </>
  );
}
