import type { ReactElement, ReactNode } from 'react';
import { badgeRoom, heading, overlay, primary } from './styles.ts';

export interface IdleScreenProps {
  name: string;
  /** Loaded together with the screens. There is space for it from the start, so that nothing moves. */
  badge?: ReactNode;
  /** A line below the name. */
  text?: string | false | undefined;
  /** The label of the button. Absent while its language loads, and if there is nothing to do. */
  button?: string | false | undefined;
  onClick: () => void;
}

export function IdleScreen({ name, badge, text, button, onClick }: IdleScreenProps): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it contains no form fields.
    <div className="zoom-join-screen" style={overlay} role="group" aria-label={name}>
      <div className="zoom-join-badge" style={badgeRoom}>
        {badge}
      </div>
      <p style={heading} dir="auto">
        {name}
      </p>
      {text && (
        <p style={{ margin: 0 }} dir="auto">
          {text}
        </p>
      )}
      {button && (
        <button type="button" style={primary} onClick={onClick}>
          {button}
        </button>
      )}
    </div>
  );
}
