import type { Labels, OtherWayLabel } from '../../texts/labels.ts';
import { otherWaysInEnglish } from './english.ts';

export type OtherWayTexts = Record<OtherWayLabel, string>;

/** Returns the texts, in English where the language has none. */
export const textsOf = ({ otherWays }: Labels): OtherWayTexts => ({ ...otherWaysInEnglish, ...otherWays });
