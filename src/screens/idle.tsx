import type { CSSProperties, ReactElement, ReactNode } from 'react';

/**
 * What is there before anything else is loaded: a text, and a button where there is something to do. Inline styles
 * (React sets them by script), so that no CSS file is needed and a strict style-src does not mind.
 */
export const overlay: CSSProperties = {
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

export const primary: CSSProperties = {
  font: 'inherit',
  fontWeight: 600,
  minHeight: 36,
  padding: '0.4em 1.3em',
  border: '1px solid transparent',
  borderRadius: 'var(--zoom-join-radius, 8px)',
  cursor: 'pointer',
  background: 'var(--zoom-join-accent, light-dark(#0b5cff, #8cb2ff))',
  color: 'var(--zoom-join-accent-color, light-dark(#fff, #10131c))',
};

export interface IdleProps {
  text: ReactNode;
  button?: string | undefined;
  onClick: () => void;
}

export function Idle({ text, button, onClick }: IdleProps): ReactElement {
  return (
    <div style={overlay}>
      <b style={{ fontSize: '1.25em', fontWeight: 600 }}>{text}</b>
      {button !== undefined && (
        <button type="button" style={primary} onClick={onClick}>
          {button}
        </button>
      )}
    </div>
  );
}
