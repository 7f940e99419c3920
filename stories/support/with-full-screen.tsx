import { type CSSProperties, type ReactElement, useRef, useState } from 'react';
import { ZoomJoin, type ZoomJoinHandle, type ZoomJoinProps } from 'react-zoom-join';

const style: CSSProperties = {
  position: 'absolute',
  insetInlineEnd: 16,
  insetBlockEnd: 64,
  padding: '10px 18px',
  font: '600 15px/1.2 system-ui, sans-serif',
  color: '#10131c',
  background: '#ffd166',
  border: 0,
  borderRadius: 99,
  cursor: 'pointer',
};

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
      <button type="button" style={style} onClick={toggle}>
        {isFullscreen ? 'Exit full screen' : 'Full screen'}
      </button>
    </ZoomJoin>
  );
}
