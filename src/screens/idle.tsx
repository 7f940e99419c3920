import type { CSSProperties, ReactElement } from 'react';

/**
 * The look of what is there before anything else is loaded. Inline styles, so that the server's HTML has it and no CSS
 * file is needed; React sets them by script, which a strict style-src does not mind. What they cannot say (hover,
 * focus, motion, forced colours) stands in `styles.ts`.
 */
export const overlay: CSSProperties = {
  position: 'absolute',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'safe center',
  gap: 'clamp(8px, 3.2cqmin, 24px)',
  padding: 'clamp(12px, 4cqmin, 40px)',
  boxSizing: 'border-box',
  overflow: 'auto',
  textAlign: 'center',
  overflowWrap: 'anywhere',
  background: 'var(--zoom-join-background, light-dark(#f6f7f9, #1c1d21))',
  color: 'var(--zoom-join-color, light-dark(#1d1f26, #f1f2f5))',
  font: 'var(--zoom-join-font, 400 clamp(13px, 9px + 1.1cqmin, 22px)/1.45 system-ui, sans-serif)',
};

export const heading: CSSProperties = {
  margin: 0,
  fontSize: 'clamp(1.15em, .7em + 2cqmin, 1.4em)',
  fontWeight: 600,
  lineHeight: 1.25,
  textWrap: 'balance',
};

export const ACCENT = 'var(--zoom-join-accent, light-dark(#0b5cff, #8cb2ff))';

export const accent: CSSProperties = {
  // Seen in forced colours alone.
  border: '1px solid transparent',
  background: ACCENT,
  color: 'var(--zoom-join-accent-color, light-dark(#fff, #10131c))',
};

export const primary: CSSProperties = {
  ...accent,
  font: 'inherit',
  fontWeight: 600,
  minHeight: 'clamp(36px, 9cqmin, 48px)',
  padding: '.45em 1.4em',
  borderRadius: 'var(--zoom-join-radius, 8px)',
  cursor: 'pointer',
  // A link, too, is to be such a button.
  display: 'inline-grid',
  alignContent: 'center',
  boxSizing: 'border-box',
  textDecoration: 'none',
};

export const paragraph: CSSProperties = { margin: 0, maxWidth: '36em', opacity: 0.8 };

/** Of the accent, a touch. */
export const tint = `color-mix(in srgb, ${ACCENT} 15%, transparent)`;

/** Round, and as large as the box allows. */
export const badge: CSSProperties = {
  ...accent,
  position: 'relative',
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  boxSizing: 'border-box',
  width: 'clamp(44px, 20cqmin, 160px)',
  aspectRatio: 1,
  borderRadius: '50%',
  fontSize: 'clamp(17px, 7.6cqmin, 60px)',
  fontWeight: 600,
  boxShadow: `0 0 0 .14em ${tint}`,
  marginBottom: '.15em',
};

/** The first letters of the first and the last word, as Zoom shows somebody without a picture. */
export function initials(name: string | undefined): string {
  const words = name?.trim().split(/\s+/) ?? [];
  return words
    .filter((_, index) => index === 0 || index === words.length - 1)
    .map((word) => Array.from(word)[0])
    .join('')
    .toUpperCase();
}

export interface IdleProps {
  name: string;
  /** A line below the name. */
  text?: string | undefined;
  /** `undefined` while its language loads: then there is room for it. */
  button?: string | undefined;
  /** Without it there is no button. */
  onClick?: (() => void) | undefined;
}

export function Idle({ name, text, button, onClick }: IdleProps): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing of a form is in it.
    <div className="zoom-join-screen" style={overlay} role="group" aria-label={name}>
      <div style={badge} aria-hidden="true">
        {initials(name)}
      </div>
      <p style={heading} dir="auto">
        {name}
      </p>
      {text && (
        <p style={paragraph} dir="auto">
          {text}
        </p>
      )}
      {onClick && (
        <button
          type="button"
          style={{ ...primary, visibility: button ? 'visible' : 'hidden' }}
          onClick={onClick}
        >
          {button ?? '…'}
        </button>
      )}
    </div>
  );
}
