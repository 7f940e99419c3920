import { createFileRoute, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { getSignature } from '../get-signature';
import { practice } from '../practice';

export const Route = createFileRoute('/meeting')({
  head: () => ({ meta: [{ title: 'Weekly review: meeting' }] }),
  component: Meeting,
});

function Meeting() {
  const meeting = useRef<ZoomJoinHandle>(null);
  return (
    <>
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
        getSignature={(request, { signal }) => getSignature({ data: request, signal })}
        sdk={practice.sdk}
        style={{ height: '70vh' }}
      />
    </>
  );
}
