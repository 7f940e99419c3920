import type { CSSProperties } from 'react';
import { ACCENT, primary } from './styles.ts';

/** Of the accent, a touch. */
export const tint = `color-mix(in srgb, ${ACCENT} 15%, transparent)`;

/** Of a button that is not the first, and of the badge of somebody who is not in the meeting. */
export const soft: CSSProperties = { background: tint, color: 'inherit' };

export const secondary: CSSProperties = { ...primary, ...soft };
