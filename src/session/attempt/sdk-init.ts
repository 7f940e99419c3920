import { failure } from '../../failures/failure.ts';
import { type InitOptions, merge, visibleMeetingInfo } from '../../sdk/init/init-options.ts';
import type { ZoomLanguage } from '../../sdk/init/language.ts';
import { withLatestFunctions } from '../../sdk/init/latest-functions.ts';
import type { Fit } from '../../sdk/ui/fit.ts';
import type { MeetingOptions } from '../api/options.ts';
import type { AttemptContext } from './context.ts';

export interface SdkInitContext extends Pick<AttemptContext, 'getOptions' | 'onWarning'> {
  /** The props that the attempt was made with. */
  readonly options: MeetingOptions;
  /** Where the SDK renders. */
  readonly root: HTMLElement;
  /** The meeting is in a frame of ours, not where a source of the app's own puts it. */
  readonly hasFrame: boolean;
  readonly fit: Fit | undefined;
  readonly assetPath: string | undefined;
}

/** What the SDK is initialised with. @throws {Failure} where a part of this package that it takes does not load */
export async function sdkInit(context: SdkInitContext): Promise<Record<string, unknown>> {
  const { options, getOptions, root, fit, assetPath } = context;
  const { hideMeetingInfo, view } = options;
  const [language, init = {}] = await Promise.all([nearestLanguage(options.language), checkedInit(context)]);
  const base = {
    language,
    customize: {
      meetingInfo: visibleMeetingInfo(hideMeetingInfo),
      // Its Retry would rejoin behind our back, with the old signature.
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
    // It would say goodbye on `beforeunload`, after which the page may well stay: a download, a cancelled question.
    leaveOnPageUnload: false,
  };
}

/** `init` without what must not reach the SDK. Most apps give none, and need no check. */
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

/** The nearest of Zoom's languages. Most apps name none, and need nothing to find it. */
async function nearestLanguage(tag = 'en-US'): Promise<ZoomLanguage> {
  if (tag === 'en-US') return tag;
  try {
    return (await import('../../sdk/init/language.ts')).toZoomLanguage(tag);
  } catch {
    return 'en-US';
  }
}
