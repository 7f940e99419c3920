import { type ReactElement, useState } from 'react';
import { overTheMeeting } from './over-the-meeting.ts';

/** An app's own control, rendered over the meeting. */
export function HandUp(): ReactElement {
  const [isUp, setUp] = useState(false);
  return (
    <button type="button" style={overTheMeeting} onClick={() => setUp(!isUp)}>
      {isUp ? 'Lower hand' : 'Raise hand'}
    </button>
  );
}
