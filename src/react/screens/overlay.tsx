import { type CSSProperties, type ReactElement, useRef } from 'react';
import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { ZoomJoinHandle } from '../../session/api/handle.ts';
import type { MeetingSnapshot, MeetingState } from '../../session/api/status.ts';
import type { ZoomJoinProps } from '../props.ts';
import { describeState } from '../texts/describe.ts';
import { english, type LabelOverrides, type Labels } from '../texts/labels.ts';
import { Badge } from './badge.tsx';
import { DefaultScreen } from './default-screen.tsx';
import { useHeld, useSettled } from './hooks/timers.ts';
import { useFocus } from './hooks/use-focus.ts';
import { usePreload } from './hooks/use-preload.ts';
import { useStyles } from './hooks/use-styles.ts';
import { useOtherWays } from './other-ways/use-other-ways.ts';
import type { ScreenProps, Screens } from './types.ts';
import { warn } from './warn.ts';

/** Which screen covers the meeting; `undefined`: none, the meeting is to be seen. */
function screenFor(state: MeetingState, autoJoin: boolean): keyof Screens | undefined {
  switch (state.status) {
    case 'idle':
      return autoJoin ? 'connecting' : 'idle';
    case 'authorizing':
    case 'loading':
    case 'joining':
      return 'connecting';
    case 'waiting':
      // Zoom shows its own waiting room, with the host's words and logo.
      return state.for === 'host' ? 'waiting' : undefined;
    case 'joined':
      return undefined;
    default:
      return state.status;
  }
}

/** Read aloud, not seen. */
const hidden: CSSProperties = { position: 'absolute', clipPath: 'inset(50%)' };

export interface OverlayProps extends Pick<MeetingSnapshot, 'state' | 'attempt' | 'next' | 'isRendered'> {
  /** Those of the component. */
  props: ZoomJoinProps;
  handle: ZoomJoinHandle;
  labels: Labels;
  OwnScreen: LoadedScreens['OwnScreen'];
}

/** What is drawn over the meeting while it is not to be seen, and tells of it. Loaded when the component is mounted. */
export function Overlay({
  props,
  handle,
  labels,
  OwnScreen,
  state,
  attempt,
  next,
  isRendered,
}: OverlayProps): ReactElement {
  const { autoJoin = true, preload = 'none', screens, userName } = props;
  const live = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useStyles(live);
  useFocus(live, panel);
  usePreload(live, state.status === 'idle' ? preload : 'none', handle.preload);

  const words = describeState(state, next, labels);
  // A moment after: only what changes in a live region is read aloud.
  const said = useSettled(words, 0, '') === words ? words : '';
  const hasFailed = state.status === 'failed';
  const OtherWays = useOtherWays(live, hasFailed || !!props.appUrl);

  // The last screen stays until there is something under it.
  const seen = useHeld(state, !(isRendered || screenFor(state, autoJoin)));
  const name = screenFor(seen, autoJoin);
  const { join, retry, leave } = handle;
  const screenProps: ScreenProps = {
    ...{ state: seen, status: seen.status, userName, labels, attempt, join, retry, leave },
    error: state.status === 'failed' ? state.error : (next?.error ?? null),
    retryAt: next?.at ?? null,
  };
  const ours = (
    <DefaultScreen {...screenProps} canRetry={hasFailed && canRetry(state.error, props)}>
      {hasFailed && OtherWays && <OtherWays {...{ props, labels }} error={state.error} />}
    </DefaultScreen>
  );
  const own = name && screens?.[name];
  return (
    <>
      {/* The idle screen is there before the others are. */}
      {name && name !== 'idle' && (
        // biome-ignore lint/a11y/useSemanticElements: nothing of a form is in it.
        <div
          key={name}
          ref={panel}
          role="group"
          aria-label={describeState(seen, next, labels) || labels.join}
          tabIndex={-1}
          style={{ position: 'absolute', inset: 0, outline: 'none' }}
        >
          {own && OwnScreen ? (
            <OwnScreen
              screen={own}
              props={screenProps}
              fallback={ours}
              resetKey={attempt}
              onError={(cause) => warn(props, { code: 'screen-failed', name, cause })}
            />
          ) : (
            ours
          )}
        </div>
      )}
      {OtherWays && <OtherWays {...{ props, labels, state }} />}
      <div ref={live} style={hidden}>
        <p role="status">{hasFailed ? '' : said}</p>
        <p role="alert">{hasFailed ? said : ''}</p>
      </div>
    </>
  );
}

/** Another try can help, or is all that there is to offer. */
const canRetry = ({ remedies = [] }: ZoomJoinError, { appUrl }: ZoomJoinProps): boolean =>
  remedies.includes('retry') || !(remedies.includes('other-browser') || (appUrl && remedies.includes('app')));

/** What `<ZoomJoin>` gets of this file. */
export interface LoadedScreens {
  Badge: typeof Badge;
  Overlay: typeof Overlay;
  /** The texts, single ones replaced. */
  withTexts: (labels: LabelOverrides | undefined) => Labels;
  /** The language of the texts, as a tag. Texts of the app's own are in a language that only the app knows. */
  lang: string | undefined;
  /** Absent without screens of the app's own, and where it did not load. */
  OwnScreen: typeof import('./own-screen.tsx').OwnScreen | undefined;
}

/**
 * The screens, and what else they need. English comes with them, another language in a file of its own, and so does what is
 * around screens of the app's own. Where that does not load it is English, and they are ours.
 *
 * @param language Any BCP 47 tag. Default: English.
 * @param isOurs The texts are all ours.
 * @param hasOwn Screens of the app's own are among them.
 */
export async function loadScreens(language?: string, isOurs = true, hasOwn = false): Promise<LoadedScreens> {
  const tag = language ?? 'en-US';
  const isEnglish = tag.startsWith('en');
  const [found, own] = await Promise.all([
    isEnglish
      ? undefined
      : import('../texts/languages/index.ts')
          .then(({ loadLabels }) => loadLabels(tag))
          .catch(() => undefined),
    hasOwn ? import('./own-screen.tsx').catch(() => undefined) : undefined,
  ]);
  return {
    Badge,
    Overlay,
    withTexts: (labels) => withOverrides(found ?? english, labels),
    lang: found || isEnglish ? (language ?? (isOurs ? tag : undefined)) : 'en-US',
    OwnScreen: own?.OwnScreen,
  };
}

export const withOverrides = (texts: Labels, labels: LabelOverrides | undefined): Labels => ({
  ...texts,
  ...labels,
  left: { ...texts.left, ...labels?.left },
  errors: { ...texts.errors, ...labels?.errors },
  otherWays: { ...texts.otherWays, ...labels?.otherWays },
});
