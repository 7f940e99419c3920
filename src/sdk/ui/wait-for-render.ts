import type { Fit } from './fit.ts';
import { shownPanel, soon } from './shown-view.ts';

/** More than a slow phone needs. */
const MEETING_MS = 3_000;
/** By nothing in it can the waiting room be told from what the SDK shows before. */
const WAITING_ROOM_MS = 500;
/** Of the people, in the size they are to have. */
const PEOPLE_MS = 1_000;

/**
 * Resolves when what the SDK shows is the meeting with its people, as large as it is to be, or the waiting room. It may
 * say that it is connected before it has drawn that, and shows "Joining Meeting..." and then nothing until then.
 * Resolves, too, when that takes too long.
 */
export async function untilRendered(
  root: ParentNode,
  fit: Fit | undefined,
  isOnHold: boolean,
  signal: AbortSignal,
): Promise<void> {
  const panel = () => shownPanel(root);
  await until(() => panel() !== null, isOnHold ? WAITING_ROOM_MS : MEETING_MS, signal);
  await until(() => panel()?.textContent !== '' && fit?.isTaken !== false, PEOPLE_MS, signal);
}

async function until(isSo: () => boolean, patience: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(signal.aborted || isSo() || Date.now() >= deadline)) await soon();
}
