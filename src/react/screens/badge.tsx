import type { CSSProperties, ReactElement } from 'react';
import { tint } from './soft-styles.ts';
import { accent } from './styles.ts';

export const badge: CSSProperties = {
  ...accent,
  position: 'relative',
  display: 'grid',
  placeItems: 'center',
  boxSizing: 'border-box',
  borderRadius: '50%',
  fontSize: 'clamp(17px, 7.6cqmin, 60px)',
  fontWeight: 600,
  boxShadow: `0 0 0 .14em ${tint}`,
};

/** Returns the first letters of the first and the last word. Zoom does so for people without a picture, too. */
export function initials(name: string | undefined): string {
  const words = name?.trim().split(/\s+/) ?? [];
  return words
    .filter((_, index) => index === 0 || index === words.length - 1)
    .map((word) => Array.from(word)[0])
    .join('')
    .toUpperCase();
}

/** The user's initials on the idle screen. */
export function Badge({ name }: { name: string }): ReactElement {
  return (
    <div style={{ ...badge, height: '100%' }} aria-hidden="true">
      {initials(name)}
    </div>
  );
}
