import type { Labels, OtherWayLabel } from '../../texts/labels.ts';
import { otherWaysInEnglish } from './english.ts';

export type OtherWayTexts = Record<OtherWayLabel, string>;

/** In English, where the language of the page lacks one. */
export const textsOf = ({ otherWays }: Labels): OtherWayTexts => ({ ...otherWaysInEnglish, ...otherWays });
