import type { CSSProperties, ReactElement } from 'react';

/** On a line of its own, among buttons. While there is nothing to say it takes no room. */
export const line: CSSProperties = { margin: 0, flexBasis: '100%' };

/** Read aloud when it gets its text. */
export const Said = ({ text }: { text: string }): ReactElement => (
  <p role="status" style={text ? line : { ...line, position: 'absolute' }} dir="auto">
    {text}
  </p>
);
