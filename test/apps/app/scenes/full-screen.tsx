import { type CSSProperties, useEffect, useState } from 'react';
import { useZoomJoin, type ZoomJoinError, type ZoomJoinHandle } from 'react-zoom-join';
import { Meeting, propsOf } from '../meeting.tsx';
import { tell, told } from '../told.ts';
import type { SceneProps } from './plain.tsx';
import { InShadow } from './shadow.tsx';

interface FullScreenProps extends SceneProps {
  readonly as: 'component' | 'in-shadow' | 'hook';
}

/** An app with a full-screen button over the meeting or, with the hook, beside it. */
export function FullScreen({ meeting, as }: FullScreenProps) {
  if (as === 'hook') return <ByHook meeting={meeting} />;
  return as === 'component' ? (
    <WithButton meeting={meeting} />
  ) : (
    <InShadow>
      <WithButton meeting={meeting} />
    </InShadow>
  );
}

function WithButton({ meeting }: SceneProps) {
  const [isFullscreen, setFullscreen] = useState(false);
  return (
    <Meeting
      {...meeting}
      onFullscreenChange={(isFull) => {
        tell(`onFullscreenChange:${isFull}`);
        setFullscreen(isFull);
      }}
    >
      <Toggle isFullscreen={isFullscreen} handle={() => told.handle} />
    </Meeting>
  );
}

function ByHook({ meeting }: SceneProps) {
  const { handle, isFullscreen, containerRef } = useZoomJoin(propsOf(meeting));
  useEffect(() => {
    told.handle = handle;
  }, [handle]);
  return (
    <div style={{ position: 'relative', height: '100%' }}>
      <div ref={containerRef} id="container" style={{ position: 'relative', height: '100%' }} />
      <Toggle isFullscreen={isFullscreen} handle={() => handle} />
    </div>
  );
}

/** The button is also above the screens. */
const corner: CSSProperties = { position: 'absolute', zIndex: 1, insetInlineStart: 16, insetBlockEnd: 16 };

/** The button `#full-screen`. */
function Toggle({
  isFullscreen,
  handle,
}: {
  readonly isFullscreen: boolean;
  readonly handle: () => ZoomJoinHandle | null;
}) {
  const onClick = () => {
    if (isFullscreen) return void document.exitFullscreen();
    handle()
      ?.requestFullscreen()
      .catch(({ code }: ZoomJoinError) => tell(`refused:${code}`));
  };
  return (
    <button type="button" id="full-screen" style={corner} onClick={onClick}>
      {isFullscreen ? 'Back' : 'Full screen'}
    </button>
  );
}
