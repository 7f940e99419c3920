import { findClient } from '../../../src/sdk/load.ts';
import type { FrameWindow } from '../../../src/sdk/source.ts';
import { paintedOverflow } from './measure.ts';

export interface Motion {
  readonly frames: number;
  /** The worst that was painted, in px. */
  readonly overflow: number;
  /** How often the SDK was told a size: at most in one frame, and in the frames after it was all over. */
  readonly tellsInOneFrame: number;
  readonly tellsAfterwards: number;
}

const QUIET_FRAMES = 20;

/** Looks at every frame that is painted while something happens. */
export async function watchMotion(
  frame: FrameWindow,
  happen: (nextFrame: () => Promise<void>) => Promise<void>,
): Promise<Motion> {
  const client = findClient(frame);
  if (client === undefined) throw new Error('There is no SDK.');
  const tell = client.updateVideoOptions;
  let tells = 0;
  client.updateVideoOptions = (options) => {
    if ('viewSizes' in options) tells += 1;
    tell.call(client, options);
  };
  let frames = 0;
  let overflow = 0;
  let tellsInOneFrame = 0;
  const nextFrame = async () => {
    overflow = Math.max(overflow, await paintedOverflow(frame));
    frames += 1;
    tellsInOneFrame = Math.max(tellsInOneFrame, tells);
    tells = 0;
  };
  await happen(nextFrame);
  // What comes of it takes the SDK some frames more.
  for (let count = 0; count < QUIET_FRAMES; count += 1) await nextFrame();
  let tellsAfterwards = 0;
  for (let count = 0; count < QUIET_FRAMES; count += 1) {
    await paintedOverflow(frame);
    tellsAfterwards += tells;
    tells = 0;
  }
  client.updateVideoOptions = tell;
  return { frames, overflow, tellsInOneFrame, tellsAfterwards };
}
