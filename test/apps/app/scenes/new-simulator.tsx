import { useState } from 'react';
import { ZoomJoin } from 'react-zoom-join';
import { createMeetingSimulator } from 'react-zoom-join/testing';
import { propsOf } from '../meeting.tsx';
import { tell } from '../told.ts';
import type { SceneProps } from './plain.tsx';

/** An app that creates its simulator while it renders, and shows the status. */
export function NewSimulator({ meeting }: SceneProps) {
  const [status, setStatus] = useState('');
  const simulator = createMeetingSimulator({ people: ['Grace Hopper'] });
  return (
    <>
      <ZoomJoin
        {...propsOf(meeting)}
        sdk={simulator.sdk}
        onStatusChange={(state) => {
          tell(state.status);
          setStatus(state.status);
        }}
      />
      <output>{status}</output>
    </>
  );
}
