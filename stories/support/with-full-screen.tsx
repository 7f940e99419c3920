import { type ReactElement, useRef, useState } from 'react';
import { ZoomJoin, type ZoomJoinHandle, type ZoomJoinProps } from 'react-zoom-join';
import { overTheMeeting } from './over-the-meeting.ts';

/** The component with a button over the meeting: into full screen, and back. */
export function WithFullScreen(props: ZoomJoinProps): ReactElement {
  const handle = useRef<ZoomJoinHandle>(null);
  const [isFullscreen, setFullscreen] = useState(false);
  const toggle = () => {
    if (isFullscreen) void document.exitFullscreen();
    // Rejects where the browser does not allow it.
    else handle.current?.requestFullscreen().catch(({ message }: Error) => alert(message));
  };
  return (
    <ZoomJoin {...props} ref={handle} onFullscreenChange={setFullscreen}>
      <button type="button" style={overTheMeeting} onClick={toggle}>
        {isFullscreen ? 'Exit full screen' : 'Full screen'}
      </button>
    </ZoomJoin>
  );
}
