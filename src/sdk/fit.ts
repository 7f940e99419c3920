import type { SdkClient } from './client.ts';
import type { MeetingFrame } from './frame.ts';

export interface Fit {
  stop(): void;
}

/** What the SDK puts around the videos, in px: its two toolbars above and below, its borders at the sides. */
const TOOLBARS = 82;
const BORDERS = 4;
/** The gallery's width to its height: of the sizes it is given, the SDK obeys the width alone. */
const GALLERY_RATIO = 720 / 411;

/** The video area for a container: as wide as it can be without the widget growing out of it. */
export function videoSize(container: { width: number; height: number }): { width: number; height: number } {
  const height = Math.max(container.height - TOOLBARS, 0);
  const width = Math.min(container.width - BORDERS, height * GALLERY_RATIO);
  return { width: Math.floor(width), height: Math.floor(height) };
}

/**
 * Centres the widget, which the SDK puts at the top left: a flex root moves its empty wrapper to the middle, and
 * the widget back by half of itself. By structure, since the SDK renames its classes.
 */
const CENTRED =
  '#zoom{justify-content:center;align-items:center}#zoom>div>div:first-child>div{translate:-50% -50%}';

/** Makes the meeting's size follow its container's. The SDK itself listens to no resize. */
export function fitMeeting(frame: MeetingFrame, host: HTMLElement, sdk: SdkClient): Fit {
  const { document } = frame.window;
  const style = document.createElement('style');
  style.textContent = CENTRED;
  document.head.append(style);

  const resize = () => {
    const size = videoSize({ width: host.clientWidth, height: host.clientHeight });
    // `updateVideoOptions` before the join throws.
    sdk.raw.updateVideoOptions({
      viewSizes: { default: size, ribbon: { width: size.width, height: size.height } },
    });
  };
  const observer = new ResizeObserver(() => resize());
  observer.observe(host);
  return { stop: () => observer.disconnect() };
}
