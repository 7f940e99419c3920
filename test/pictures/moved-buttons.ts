import { PNG } from 'pngjs';
import { comparePictures, isSame } from './compare.ts';
import type { PicturedMeeting } from './pictured-meeting.ts';

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Right and down, in px. */
const MOVES = [
  [4, 0],
  [0, 4],
] as const;

/**
 * Moves each button of a picture by 4 px, one at a time, and returns those for which the picture still counts as the
 * same.
 */
export async function findUnseenMoves(meeting: PicturedMeeting, picture: PNG): Promise<string[]> {
  const buttons = await findButtons(meeting);
  if (buttons.length < 5) throw new Error(`Only ${buttons.length} buttons are there.`);
  return buttons.flatMap((button) =>
    MOVES.filter((move) => isSame(comparePictures(picture, withMoved(picture, button, move)))).map(
      (move) => `${button.name}, by ${move.join(', ')}`,
    ),
  );
}

/** The buttons that can be seen, in whole px. */
function findButtons({ frame }: PicturedMeeting): Promise<Box[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.offsetWidth > 0 && button.checkVisibility({ visibilityProperty: true }))
      .map((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        const [x, y] = [Math.floor(left), Math.floor(top)];
        return { name: button.title, x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
      }),
  );
}

/** Returns a picture in which a box is further to the right or down, with the colour of its corner where it was. */
function withMoved(
  picture: PNG,
  { x, y, width, height }: Box,
  [right, down]: readonly [number, number],
): PNG {
  const moved = new PNG({ width: picture.width, height: picture.height });
  picture.data.copy(moved.data);
  const corner = (y * picture.width + x) * 4;
  const colour = picture.data.subarray(corner, corner + 4);
  for (let row = y; row < y + height; row += 1) {
    const start = (row * picture.width + x) * 4;
    moved.data.fill(colour, start, start + width * 4);
  }
  const across = Math.min(width, picture.width - x - right);
  PNG.bitblt(picture, moved, x, y, across, Math.min(height, picture.height - y - down), x + right, y + down);
  return moved;
}
