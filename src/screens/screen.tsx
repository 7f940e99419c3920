import type { CSSProperties, ReactElement, ReactNode } from 'react';

/** Inline, so that no CSS file is needed and a strict style-src does not mind (React sets them by script). */
const overlay: CSSProperties = {
  position: 'absolute',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'safe center',
  gap: 'clamp(6px, 2.5cqmin, 16px)',
  padding: 'clamp(8px, 4cqmin, 32px)',
  boxSizing: 'border-box',
  overflow: 'auto',
  textAlign: 'center',
  background: 'var(--zoom-join-background, light-dark(#f6f7f9, #1c1d21))',
  color: 'var(--zoom-join-color, light-dark(#1d1f26, #f1f2f5))',
  font: 'var(--zoom-join-font, 400 clamp(13px, 3.2cqmin, 17px)/1.45 system-ui, sans-serif)',
};

const heading: CSSProperties = { margin: 0, fontSize: '1.25em', fontWeight: 600, textWrap: 'balance' };
const paragraph: CSSProperties = { margin: 0, maxWidth: '34em', textWrap: 'pretty' };

const button: CSSProperties = {
  font: 'inherit',
  fontWeight: 600,
  minHeight: 36,
  padding: '0.4em 1.3em',
  border: '1px solid transparent',
  borderRadius: 'var(--zoom-join-radius, 8px)',
  cursor: 'pointer',
};
const primary: CSSProperties = {
  ...button,
  background: 'var(--zoom-join-accent, light-dark(#0b5cff, #8cb2ff))',
  color: 'var(--zoom-join-accent-color, light-dark(#fff, #10131c))',
};
const secondary: CSSProperties = {
  ...button,
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
