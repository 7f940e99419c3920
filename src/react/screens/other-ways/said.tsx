import type { CSSProperties, ReactElement } from 'react';

/** Gives an element a line of its own among the buttons. */
export const line: CSSProperties = { margin: 0, flexBasis: '100%' };

/** A text that screen readers announce when it appears. It takes no space while it is empty. */
export const Said = ({ text }: { text: string }): ReactElement => (
  <p role="status" style={text ? line : { ...line, position: 'absolute' }} dir="auto">
    {text}
  </p>
);
