import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useState,
} from 'react';
import { ZoomJoin, type ZoomJoinProps } from 'react-zoom-join';

const page: CSSProperties = { display: 'flex', height: '100vh', font: '16px/1.5 system-ui, sans-serif' };
const notes: CSSProperties = { minWidth: 0, padding: 24, overflow: 'auto', boxSizing: 'border-box' };
const handle: CSSProperties = {
  flex: 'none',
  width: 12,
  cursor: 'col-resize',
  touchAction: 'none',
  background: 'linear-gradient(#8886, #8886) center / 4px 48px no-repeat',
};

/** Notes beside a meeting, with a splitter between them. */
export function Splitter(props: ZoomJoinProps): ReactElement {
  const [share, setShare] = useState(40);
  const resize = (next: number) => setShare(Math.round(Math.min(80, Math.max(20, next))));

  const onPointerDown = ({ currentTarget }: PointerEvent) => {
    const box = currentTarget.parentElement?.getBoundingClientRect();
    const dragging = new AbortController();
    const move = ({ clientX }: MouseEvent) => box && resize(((clientX - box.left) / box.width) * 100);
    addEventListener('pointermove', move, dragging);
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => dragging.abort(), dragging);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') resize(share - 5);
    if (key === 'ArrowRight') resize(share + 5);
  };

  return (
    <main style={page}>
      <section style={{ ...notes, width: `${share}%` }} aria-label="Notes">
        <h1 style={{ margin: 0, fontSize: 22 }}>Notes</h1>
        <p>
          Drag the bar between these notes and the meeting, back and forth, or focus it and use the arrow
          keys.
        </p>
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: it is dragged, a <hr> is not. */}
      <div
        role="separator"
        aria-label="Width of the notes"
        aria-orientation="vertical"
        aria-valuenow={share}
        aria-valuemin={20}
        aria-valuemax={80}
        tabIndex={0}
        style={handle}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <ZoomJoin {...props} />
      </div>
    </main>
  );
}
