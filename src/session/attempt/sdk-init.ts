import { failure } from '../../failures/failure.ts';
import { type InitOptions, merge, visibleMeetingInfo } from '../../sdk/init/init-options.ts';
import type { ZoomLanguage } from '../../sdk/init/language.ts';
import { withLatestFunctions } from '../../sdk/init/latest-functions.ts';
import type { Fit } from '../../sdk/ui/fit.ts';
import type { MeetingOptions } from '../api/options.ts';
import type { AttemptContext } from './context.ts';

export interface SdkInitContext extends Pick<AttemptContext, 'getOptions' | 'onWarning'> {
  /** The props that the attempt was created with. */
  readonly options: MeetingOptions;
  /** The element that the SDK renders into. */
  readonly root: HTMLElement;
  /** Whether the meeting is in a frame of ours. Otherwise a source of the app's own creates the client. */
  readonly hasFrame: boolean;
  readonly fit: Fit | undefined;
  readonly assetPath: string | undefined;
}

/** Returns the options for the SDK's `init`. @throws {Failure} if a chunk that is needed for it doesn't load */
export async function sdkInit(context: SdkInitContext): Promise<Record<string, unknown>> {
  const { options, getOptions, root, fit, assetPath } = context;
  const { hideMeetingInfo, view } = options;
  const [language, init = {}] = await Promise.all([nearestLanguage(options.language), checkedInit(context)]);
  const base = {
    language,
    customize: {
      meetingInfo: visibleMeetingInfo(hideMeetingInfo),
      // The dialog's "Retry" button would rejoin with the old signature, without this package knowing.
      isShowJoiningErrorDialog: false,
      video: {
        defaultViewType: view ?? (fit && 'gallery'),
        ...(fit && { isResizable: false, popper: { disableDraggable: true }, viewSizes: fit.viewSizes }),
      },
    },
  };
  return {
    ...merge(
      base,
      withLatestFunctions(init, () => getOptions().init),
    ),
    zoomAppRoot: root,
    assetPath,
    // The SDK would leave on `beforeunload`, but the page may stay after that, for example after a download or if
    // the user cancels.
    leaveOnPageUnload: false,
  };
}

/**
 * Returns `init` without the options that the SDK must not get. The check is loaded on demand, because most apps
 * have no `init`.
 */
async function checkedInit({
  options,
  hasFrame,
  onWarning,
}: SdkInitContext): Promise<InitOptions | undefined> {
  if (options.init === undefined || !hasFrame) return options.init;
  const { checkInit } = await import('../../sdk/init/check-init.ts').catch((cause: unknown) => {
    throw failure('component-load-failed', '', cause);
  });
  return checkInit(options, onWarning);
}

/** Returns the nearest of Zoom's languages. The lookup is loaded on demand, because most apps set no language. */
async function nearestLanguage(tag = 'en-US'): Promise<ZoomLanguage> {
  if (tag === 'en-US') return tag;
  try {
    return (await import('../../sdk/init/language.ts')).toZoomLanguage(tag);
  } catch {
    return 'en-US';
  }
}
