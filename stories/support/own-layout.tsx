import type { CSSProperties, ReactElement } from 'react';
import { type UseZoomJoinOptions, useZoomJoin } from 'react-zoom-join';

const page: CSSProperties = { display: 'grid', gridTemplateColumns: '1fr 220px', height: '100vh' };
const side: CSSProperties = { padding: 20, display: 'grid', gap: 16, alignContent: 'start' };
const place: CSSProperties = { position: 'relative', minWidth: 0, background: '#242424' };

/** A container for the meeting, with the status and the controls where this page wants them. */
export function OwnLayout(options: UseZoomJoinOptions): ReactElement {
  const { state, isRendered, handle, containerRef } = useZoomJoin(options);
  const isOver = state.status === 'left' || state.status === 'failed';
  return (
    <main style={page}>
      <div ref={containerRef} style={{ ...place, visibility: isRendered ? 'visible' : 'hidden' }} />
      <div style={side}>
        <h1 style={{ margin: 0, fontSize: 20 }}>My meeting</h1>
        <p role="status" style={{ margin: 0 }}>
          Status: <b>{state.status}</b>
        </p>
        <button type="button" onClick={isOver ? handle.retry : handle.leave}>
          {isOver ? 'Join again' : 'Leave'}
        </button>
      </div>
    </main>
  );
}
