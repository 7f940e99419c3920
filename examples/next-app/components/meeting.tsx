'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { type GetSignature, ZoomJoin, type ZoomJoinHandle } from 'react-zoom-join';
import { askEndpoint } from '@/lib/ask-endpoint';
import { practice } from '@/lib/practice';

/** @param props `action` signs. Default: the route handler does. */
export function Meeting({ action = askEndpoint }: { action?: GetSignature }) {
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
        getSignature={action}
        sdk={practice.sdk}
        style={{ height: '70vh' }}
      />
    </>
  );
}
