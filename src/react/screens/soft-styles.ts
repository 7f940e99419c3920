import type { CSSProperties } from 'react';
import { ACCENT, primary } from './styles.ts';

/** A light tint of the accent colour. */
export const tint = `color-mix(in srgb, ${ACCENT} 15%, transparent)`;

/** For secondary buttons, and for the badge of a user who is not joining or has left. */
export const soft: CSSProperties = { background: tint, color: 'inherit' };

export const secondary: CSSProperties = { ...primary, ...soft };
