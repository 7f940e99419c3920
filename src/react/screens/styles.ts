import type { CSSProperties } from 'react';

/**
 * The styles for what is shown before anything else has loaded. They are inline, so that they are part of the
 * server's HTML and no CSS file is needed. React sets them by script, which a strict `style-src` allows. Styles
 * that can't be written inline (hover, focus, motion, container queries) are in `hooks/use-styles.ts`.
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
  textAlign: 'center',
  background: 'var(--zoom-join-background, light-dark(#f6f7f9, #1c1d21))',
  color: 'var(--zoom-join-color, light-dark(#1d1f26, #f1f2f5))',
  font: 'var(--zoom-join-font, 400 clamp(13px, 9px + 1.1cqmin, 22px)/1.45 system-ui,sans-serif)',
};

export const heading: CSSProperties = {
  margin: 0,
  fontSize: '1.3em',
  fontWeight: 600,
};

export const ACCENT = 'var(--zoom-join-accent, light-dark(#0b5cff, #8cb2ff))';

export const accent: CSSProperties = {
  // Only visible with forced colours.
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
};

/** The space for the badge with the user's initials. It grows with the component. */
export const badgeRoom: CSSProperties = {
  flex: 'none',
  width: 'clamp(44px, 20cqmin, 160px)',
  aspectRatio: 1,
};
