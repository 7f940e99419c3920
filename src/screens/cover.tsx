import { type CSSProperties, type ReactElement, useRef } from 'react';
import type { MeetingState, ScheduledTry } from '../session/status.ts';
import { DefaultScreen } from './default-screen.tsx';

export { Badge } from './badge.tsx';

import { useFocus } from './focus.ts';
import { english, type LabelOverrides, type Labels } from './labels.ts';
import { type Preload, usePreload } from './preload.ts';
import { useStyles } from './styles.ts';
import { useHeld, useSettled } from './timers.ts';
import type { ScreenProps, Screens } from './types.ts';
import { inWords } from './words.ts';

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

type Acts = Pick<ScreenProps, 'join' | 'retry' | 'leave'>;

export interface CoverProps
  extends Omit<ScreenProps, 'labels' | 'status' | 'error' | 'retryAt' | keyof Acts> {
  /** What a screen can do. */
  handle: Acts & { preload(): void };
  next: ScheduledTry | null;
  /** The SDK shows the meeting, or its waiting room. */
  isDrawn: boolean;
  autoJoin: boolean;
  screens: Partial<Screens> | undefined;
  /** In the language of the component. Default: English. */
  texts: Labels | undefined;
  labels: LabelOverrides | undefined;
  /** When to preload. Default: `'none'`. */
  preload?: Preload | undefined;
}

/** What lies over the meeting while it is not to be seen, and tells of it. Loaded when the component is mounted. */
export function Cover({
  autoJoin,
  next,
  isDrawn,
  screens,
  texts = english,
  labels,
  preload = 'none',
  handle,
  ...props
}: CoverProps): ReactElement {
  const { state } = props;
  const { join, retry, leave } = handle;
  const live = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useStyles(live);
  useFocus(live, panel);
  usePreload(live, state.status === 'idle' ? preload : 'none', handle.preload);

  const merged: Labels = {
    ...texts,
    ...labels,
    left: { ...texts.left, ...labels?.left },
    errors: { ...texts.errors, ...labels?.errors },
  };
  const words = inWords(state, next, merged);
  // A moment after: only what changes in a live region is read aloud.
  const said = useSettled(words, 0, '') === words ? words : '';
  const hasFailed = state.status === 'failed';

  // The last screen stays until there is something under it.
  const seen = useHeld(state, !(isDrawn || screenFor(state, autoJoin)));
  const name = screenFor(seen, autoJoin);
  const Shown = name && (screens?.[name] ?? (name === 'idle' ? undefined : DefaultScreen));
  return (
    <>
      {Shown && (
        // biome-ignore lint/a11y/useSemanticElements: nothing of a form is in it.
        <div
          key={name}
          ref={panel}
          role="group"
          aria-label={inWords(seen, next, merged) || merged.join}
          tabIndex={-1}
          style={{ position: 'absolute', inset: 0, outline: 'none' }}
        >
          <Shown
            {...props}
            {...{ join, retry, leave }}
            state={seen}
            labels={merged}
            status={seen.status}
            error={hasFailed ? state.error : (next?.error ?? null)}
            retryAt={next?.at ?? null}
          />
        </div>
      )}
      <div ref={live} style={hidden}>
        <p role="status">{hasFailed ? '' : said}</p>
        <p role="alert">{hasFailed ? said : ''}</p>
      </div>
    </>
  );
}

/** English comes with the screens, another language in a file of its own; English it is, too, where that does not load. */
export async function loadTexts(language = 'en'): Promise<Labels> {
  if (language.startsWith('en')) return english;
  try {
    const { loadLabels } = await import('./languages/index.ts');
    return (await loadLabels(language)) ?? english;
  } catch {
    return english;
  }
}
