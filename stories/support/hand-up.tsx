import { type CSSProperties, type ReactElement, useState } from 'react';

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

/** A control of an app's own, over the meeting. */
export function HandUp(): ReactElement {
  const [isUp, setUp] = useState(false);
  return (
    <button type="button" style={style} onClick={() => setUp(!isUp)}>
      {isUp ? 'Lower hand' : 'Raise hand'}
    </button>
  );
}
