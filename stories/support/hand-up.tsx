import { type ReactElement, useState } from 'react';
import { overTheMeeting } from './over-the-meeting.ts';

/** A control of an app's own, over the meeting. */
export function HandUp(): ReactElement {
  const [isUp, setUp] = useState(false);
  return (
    <button type="button" style={overTheMeeting} onClick={() => setUp(!isUp)}>
      {isUp ? 'Lower hand' : 'Raise hand'}
    </button>
  );
}
