import type { Fit } from './fit.ts';
import { shownPanel, soon } from './shown-view.ts';

/** How long to wait for the meeting's UI, in ms. Even a slow phone needs less. */
const MEETING_MS = 3_000;
/**
 * How long to wait in the waiting room, in ms. Nothing in its DOM distinguishes it from what the SDK shows before.
 */
const WAITING_ROOM_MS = 500;
/** How long to wait for the participants to be rendered in the right size, in ms. */
const PEOPLE_MS = 1_000;

/**
 * Resolves when the SDK has rendered the meeting with its participants in the right size, or the waiting room. The
 * SDK may report that it is connected before that, and shows "Joining Meeting..." and then nothing until then. Also
 * resolves when this takes too long.
 */
export async function untilRendered(
  root: ParentNode,
  fit: Fit | undefined,
  isOnHold: boolean,
  signal: AbortSignal,
): Promise<void> {
  const panel = () => shownPanel(root);
  await until(() => panel() !== null, isOnHold ? WAITING_ROOM_MS : MEETING_MS, signal);
  await until(() => panel()?.textContent !== '' && fit?.isApplied !== false, PEOPLE_MS, signal);
}

async function until(isSo: () => boolean, patience: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(signal.aborted || isSo() || Date.now() >= deadline)) await soon();
}
