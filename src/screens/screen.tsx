import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { overlay, primary } from './idle.tsx';

const heading: CSSProperties = { margin: 0, fontSize: '1.25em', fontWeight: 600, textWrap: 'balance' };
const paragraph: CSSProperties = { margin: 0, maxWidth: '34em', textWrap: 'pretty' };

const secondary: CSSProperties = {
  ...primary,
  background: 'transparent',
  color: 'inherit',
  borderColor: 'currentColor',
};

export interface ScreenAction {
  label: string;
  onClick: () => void;
  secondary?: boolean;
}

export interface ScreenLayoutProps {
  title: string;
  children?: ReactNode;
  /** Something is under way: dots move. */
  busy?: boolean;
  actions?: readonly ScreenAction[];
}

/** What every default screen looks like. */
export function Screen({ title, children, busy, actions = [] }: ScreenLayoutProps): ReactElement {
  return (
    <div style={overlay}>
      {busy && <Dots />}
      <p style={heading}>{title}</p>
      {children !== undefined && <p style={paragraph}>{children}</p>}
      {actions.length > 0 && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.6em', justifyContent: 'center' }}>
          {actions.map(({ label, onClick, secondary: isSecondary }) => (
            <button key={label} type="button" style={isSecondary ? secondary : primary} onClick={onClick}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** They fade rather than move, which reduced motion allows; an animation in SVG needs no style sheet. */
function Dots(): ReactElement {
  return (
    <svg width="44" height="12" viewBox="0 0 44 12" fill="currentColor" aria-hidden="true">
      {[6, 22, 38].map((x, index) => (
        <circle key={x} cx={x} cy="6" r="5" opacity="0.25">
          <animate
            attributeName="opacity"
            values="0.25;1;0.25"
            dur="1.4s"
            begin={`${index * 0.2}s`}
            repeatCount="indefinite"
          />
        </circle>
      ))}
    </svg>
  );
}
