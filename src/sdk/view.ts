import type { SdkClient } from './client.ts';
import type { ZoomView } from './customize.ts';
import type { FrameWindow } from './source.ts';

const PATIENCE_MS = 3_000;
const INTERVAL_MS = 50;

/**
 * Takes a view, and sees to it that it is taken: `setViewType` resolves as soon as it has sent an event within the
 * frame, which nobody hears while the SDK's UI is still being mounted (observed right after a join).
 *
 * @returns whether the meeting shows that view now.
 */
export async function showView(frame: FrameWindow, sdk: SdkClient, view: ZoomView): Promise<boolean> {
  sdk.wantedView = view;
  const deadline = Date.now() + PATIENCE_MS;
  const isWanted = () => sdk.wantedView === view && frame.frameElement?.isConnected === true;
  while (isWanted() && Date.now() < deadline) {
    if (!(await sdk.setView(view))) return false;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    if (currentView(frame) === view) return true;
  }
  return false;
}

/** The panel of the view that is shown has an id such as `suspension-view-tabpanel-speaker-multiple`. */
function currentView(frame: FrameWindow): string | undefined {
  const panels = frame.document.querySelectorAll<HTMLElement>('[id^=suspension-view-tabpanel-]');
  return [...panels].find((panel) => panel.offsetParent !== null)?.id.split('-')[3];
}
