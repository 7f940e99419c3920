import { type ReactElement, useRef, useState } from 'react';
import { ZoomJoin, type ZoomJoinHandle, type ZoomJoinProps } from 'react-zoom-join';
import { overTheMeeting } from './over-the-meeting.ts';

/** The component with a button over the meeting that enters and exits full screen. */
export function WithFullScreen(props: ZoomJoinProps): ReactElement {
  const handle = useRef<ZoomJoinHandle>(null);
  const [isFullscreen, setFullscreen] = useState(false);
  const toggle = () => {
    if (isFullscreen) void document.exitFullscreen();
    // It rejects if the browser does not allow it.
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
