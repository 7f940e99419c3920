import type { SdkClient } from '../../sdk/client/sdk-client.ts';
import { Statistics } from '../../sdk/client/statistics.ts';
import type { MeetingFrame } from '../../sdk/frame/frame.ts';
import { shareKeys } from '../../sdk/input/share-keys.ts';
import { sharePointer } from '../../sdk/input/share-pointer.ts';
import { keepPanelsInside } from '../../sdk/ui/keep-panels-inside.ts';
import { Views } from '../../sdk/ui/views.ts';
import type { AttemptContext } from './context.ts';
import { watchSize } from './watch-size.ts';

/** The objects that are only needed in a meeting. */
export interface InMeeting {
  readonly views: Views;
  readonly statistics: Statistics;
}

/** Starts what is only needed in a meeting. This module is loaded after the join. */
export function startInMeeting(
  sdk: SdkClient,
  frame: MeetingFrame,
  isFit: boolean,
  { getOptions, onEvent, onWarning, signal }: AttemptContext,
): InMeeting {
  const iframe = frame.window.frameElement as HTMLIFrameElement;
  const views = new Views(frame, sdk, (view) => onEvent('onViewChange', view as never));
  views.start(getOptions().view);
  signal.addEventListener('abort', () => views.stop());
  keepPanelsInside(frame, isFit);
  sharePointer(iframe, signal);
  shareKeys(iframe, signal, {
    getShortcuts: () => getOptions().shortcuts,
    onUnknownShortcut: (shortcut) => onWarning({ code: 'shortcut-unknown', shortcut }),
  });
  watchSize(frame.window, signal, onWarning);
  return { views, statistics: new Statistics(sdk) };
}
