import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * When a pixel counts as different: its colour is further away than this, where 1 is the distance from black to white.
 * Text is drawn a little bolder or thinner on each machine, which changes the edges of letters by less. A line of one of
 * Zoom's icons on its dark background is further away.
 */
const COLOUR_DISTANCE = 0.3;

/** In px. Different pixels are counted in squares of this size, because those of a button are few in a whole picture. */
const SQUARE = 24;

/**
 * How many different pixels a square may have. Measured in all pictures: if text is drawn bolder, by a quarter of a pixel
 * or by a third, no square has more than 2 or 9. If a button is 4 px further, one has at least 24.
 */
const MOST_DIFFERENT = 12;

export interface Comparison {
  /** How many pixels are different in the square that has the most. `Infinity`: the pictures have different sizes. */
  readonly different: number;
  /** Shows the pixels that are different. */
  readonly difference: PNG;
}

export function comparePictures(before: PNG, after: PNG): Comparison {
  const { width, height } = after;
  const difference = new PNG({ width, height });
  if (before.width !== width || before.height !== height) return { different: Infinity, difference };
  const different = pixelmatch(before.data, after.data, difference.data, width, height, {
    threshold: COLOUR_DISTANCE,
    windowSize: SQUARE,
    includeAA: true,
  });
  return { different, difference };
}

export const isSame = ({ different }: Comparison): boolean => different <= MOST_DIFFERENT;
