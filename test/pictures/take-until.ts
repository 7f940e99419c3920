import type { PNG } from 'pngjs';
import { comparePictures, isSame } from './compare.ts';
import type { Picture, PicturedMeeting } from './pictured-meeting.ts';

/** How long to wait for the SDK to draw, in ms, and how often to have it lay out the view anew. */
const PATIENCE_MS = 2_000;
const LAYOUTS = 3;

/** Takes pictures until one is the same as `wanted`. Resolves to the last one. */
export async function takeUntilSame(meeting: PicturedMeeting, wanted: PNG): Promise<Picture> {
  for (let layout = 0; ; layout += 1) {
    const picture = await waitUntilSame(meeting, wanted);
    if (layout === LAYOUTS || isSame(comparePictures(wanted, picture.image))) return picture;
    await meeting.layOutAnew();
  }
}

async function waitUntilSame(meeting: PicturedMeeting, wanted: PNG): Promise<Picture> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const picture = await meeting.take();
    if (Date.now() > deadline || isSame(comparePictures(wanted, picture.image))) return picture;
  }
}

/** Takes pictures until the meeting looks the same after it was laid out twice. */
export async function takeSteady(meeting: PicturedMeeting): Promise<Picture> {
  await meeting.layOutAnew();
  let last = await meeting.take();
  for (let layout = 0; layout < 2 * LAYOUTS; layout += 1) {
    await meeting.layOutAnew();
    const picture = await meeting.take();
    if (isSame(comparePictures(last.image, picture.image))) return picture;
    last = picture;
  }
  throw new Error('The meeting looks different each time that it is laid out.');
}
