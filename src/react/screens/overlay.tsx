import { type CSSProperties, type MutableRefObject, type ReactElement, useRef } from 'react';
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

/** Returns which screen to show over the meeting. `undefined`: none, so that the meeting is visible. */
function screenFor(state: MeetingState, autoJoin: boolean): keyof Screens | undefined {
  switch (state.status) {
    case 'idle':
      return autoJoin ? 'connecting' : 'idle';
    case 'authorizing':
    case 'loading':
    case 'joining':
      return 'connecting';
    case 'waiting':
      // Zoom shows its own waiting room, with the host's text and logo.
      return state.for === 'host' ? 'waiting' : undefined;
    case 'joined':
      return undefined;
    default:
      return state.status;
  }
}

/** For screen readers only. */
const hidden: CSSProperties = { position: 'absolute', clipPath: 'inset(50%)' };

export interface OverlayProps extends Pick<MeetingSnapshot, 'state' | 'attempt' | 'next' | 'isRendered'> {
  /** The props of `<ZoomJoin>`. */
  props: ZoomJoinProps;
  handle: ZoomJoinHandle;
  /** The element in the component that has the focus, or had it last. */
  focused: MutableRefObject<Element | null>;
  labels: Labels;
  OwnScreen: LoadedScreens['OwnScreen'];
}

/**
 * Renders the screens over the meeting, and announces its status to screen readers. Loaded after the component has
 * mounted.
 */
export function Overlay({
  props,
  handle,
  focused,
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
  useFocus(focused, live, panel);
  usePreload(live, state.status === 'idle' ? preload : 'none', handle.preload);

  const words = describeState(state, next, labels);
  // Set the text a moment later, because screen readers only announce what changes in a live region.
  const said = useSettled(words, 0, '') === words ? words : '';
  const hasFailed = state.status === 'failed';
  const OtherWays = useOtherWays(live, hasFailed || !!props.appUrl);

  // Keep the last screen until the meeting under it has rendered.
  const seen = useHeld(state, !(isRendered || screenFor(state, autoJoin)));
  const name = screenFor(seen, autoJoin);
  const { join, retry, leave } = handle;
  const screenProps: ScreenProps = {
    ...{ state: seen, status: seen.status, userName, labels, attempt, join, retry, leave },
    error: state.status === 'failed' ? state.error : (next?.error ?? null),
    retryAt: next?.at ?? null,
  };
  const ours = (
    <DefaultScreen {...screenProps} canRetry={hasFailed && canRetry(state.error, props, OtherWays)}>
      {hasFailed && OtherWays && <OtherWays {...{ props, labels }} error={state.error} />}
    </DefaultScreen>
  );
  const own = name && screens?.[name];
  return (
    <>
      {/* `<ZoomJoin>` renders the idle screen itself, before the other screens have loaded. */}
      {name && name !== 'idle' && (
        // biome-ignore lint/a11y/useSemanticElements: it contains no form fields.
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

/** Whether a retry can help, or is all that can be offered. */
const canRetry = (
  { remedies = [] }: ZoomJoinError,
  { appUrl }: ZoomJoinProps,
  otherWays: ReturnType<typeof useOtherWays>,
): boolean =>
  otherWays === null ||
  remedies.includes('retry') ||
  !(remedies.includes('other-browser') || (appUrl && remedies.includes('app')));

/** What `<ZoomJoin>` gets from this module. */
export interface LoadedScreens {
  Badge: typeof Badge;
  Overlay: typeof Overlay;
  /** Returns the texts, with the app's own ones in place of ours. */
  withTexts: (labels: LabelOverrides | undefined) => Labels;
  /** The language tag of the texts. `undefined` if the app has texts of its own and hasn't set a language. */
  lang: string | undefined;
  /** `undefined` if the app has no custom screens, or if this didn't load. */
  OwnScreen: typeof import('./own-screen.tsx').OwnScreen | undefined;
}

/**
 * Loads the screens and what else they need. English is part of this module. Other languages, and what custom
 * screens need, are chunks of their own. If those don't load, the texts are in English, and the default screens are
 * shown.
 *
 * @param language Any BCP 47 tag. Default: English.
 * @param isOurs Whether the app has no texts of its own.
 * @param hasOwn Whether the app has custom screens.
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
