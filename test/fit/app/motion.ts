import { findClient } from '../../../src/sdk/loading/load-sdk.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { paintedOverflow } from './measure.ts';

export interface Motion {
  readonly frames: number;
  /** The largest overflow that was painted, in px. */
  readonly overflow: number;
  /** How often the SDK was given a size: the maximum in one frame, and in how many frames after it had settled. */
  readonly tellsInOneFrame: number;
  readonly tellsAfterwards: number;
}

const QUIET_FRAMES = 20;
/**
 * A limit for settling. On a busy machine, the SDK takes a while to render the last size, and then gets it again.
 */
const PATIENCE_FRAMES = 200;

/** Checks every painted frame while `happen` runs. */
export async function watchMotion(
  frame: FrameWindow,
  happen: (nextFrame: () => Promise<void>) => Promise<void>,
): Promise<Motion> {
  const client = findClient(frame);
  if (client === undefined) throw new Error('There is no SDK.');
  const tell = client.updateVideoOptions;
  /** The number of calls in each frame. */
  const tells = new Map<unknown, number>();
  client.updateVideoOptions = (options) => {
    const now = frame.document.timeline.currentTime;
    if ('viewSizes' in options) tells.set(now, (tells.get(now) ?? 0) + 1);
    tell.call(client, options);
  };
  let frames = 0;
  let overflow = 0;
  const nextFrame = async () => {
    overflow = Math.max(overflow, await paintedOverflow(frame));
    frames += 1;
  };
  await happen(nextFrame);
  // The SDK needs some more frames to apply everything, but it does settle.
  let told = tells.size;
  for (let quiet = 0, waited = 0; quiet < QUIET_FRAMES && waited < PATIENCE_FRAMES; waited += 1) {
    await nextFrame();
    quiet = tells.size === told ? quiet + 1 : 0;
    told = tells.size;
  }
  const tellsInOneFrame = Math.max(0, ...tells.values());
  tells.clear();
  for (let count = 0; count < QUIET_FRAMES; count += 1) await paintedOverflow(frame);
  client.updateVideoOptions = tell;
  return { frames, overflow, tellsInOneFrame, tellsAfterwards: tells.size };
}
