import type { CSSProperties } from 'react';

/** The style of an app's own control in the corner of the meeting. */
export const overTheMeeting: CSSProperties = {
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
