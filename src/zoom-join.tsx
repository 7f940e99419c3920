import {
  type CSSProperties,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useImperativeHandle,
  useState,
} from 'react';
import { Idle } from './screens/idle.tsx';
import type { LabelOverrides, Labels } from './screens/labels.ts';
import type { Preload } from './screens/preload.ts';
import type { Screens } from './screens/types.ts';
import type { ZoomLanguage } from './sdk/language.ts';
import { type UseZoomJoinOptions, useZoomJoin, type ZoomJoinHandle } from './use-zoom-join.ts';

export interface ZoomJoinProps extends UseZoomJoinOptions {
  /**
   * With `autoJoin={false}`: when the SDK is loaded and initialised, so that a click only has to join. `'none'`: after the
   * click. `'intent'`: when the pointer or the focus comes to a button of the idle screen. `'mount'`: at once.
   * Default: `'none'`: until somebody asks for it, Zoom hears nothing of them.
   */
  preload?: Preload | undefined;
  /** Replaces single screens. */
  screens?: Partial<Screens> | undefined;
  /**
   * Replaces single texts of the default screens. If they are in a language that `language` does not name, put `lang` on an
   * element around the component.
   */
  labels?: LabelOverrides | undefined;
  className?: string | undefined;
  /** Of the outer element. Without a height from you or its parent it is 16:9. */
  style?: CSSProperties | undefined;
}

const rootStyle: CSSProperties = {
  position: 'relative',
  // Makes its size the measure of the screens' type and spacing (cqmin).
  containerType: 'size',
  overflow: 'hidden',
  width: '100%',
  height: '100%',
  minWidth: 0,
  aspectRatio: '16 / 9',
  background: 'var(--zoom-join-background, light-dark(#f6f7f9, #1c1d21))',
};

/**
 * A Zoom meeting, where it stands.
 *
 * @example
 * ```tsx
 * <ZoomJoin
 *   meeting="123 4567 8901"
 *   userName="Ada"
 *   getSignature={({ meeting, meetingNumber = meeting, role, reason, signal }) => {
 *     const body = JSON.stringify({ meeting: meetingNumber, role, reason });
 *     return fetch('/api/zoom', { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
 *   }}
 * />
 * ```
 */
export const ZoomJoin: ForwardRefExoticComponent<ZoomJoinProps & RefAttributes<ZoomJoinHandle>> = forwardRef(
  function ZoomJoin({ preload, screens, labels, className, style, ...options }: ZoomJoinProps, ref) {
    const { state, attempt, next, isDrawn, handle, containerRef } = useZoomJoin(options);
    useImperativeHandle(ref, () => handle, [handle]);
    const { userName, language, autoJoin = true } = options;
    const cover = useCover(language);

    const isShown = state.status === 'joined' || (state.status === 'waiting' && state.for === 'admission');
    const isCovered = state.status === 'reconnecting';
    const isIdle = state.status === 'idle' && !autoJoin;
    const hasFailed = state.status === 'failed';
    // Before the screens are there, English only where no other language may come.
    const button =
      labels?.join ??
      cover?.texts.join ??
      (cover === null || (language ?? 'en').startsWith('en') ? 'Join meeting' : undefined);
    return (
      <div
        className={className}
        // Texts of the app's own are in a language that only the app knows.
        lang={language ?? (labels === undefined ? 'en-US' : undefined)}
        style={{ ...rootStyle, ...style }}
        data-zoom-join=""
        data-status={state.status}
      >
        {/* Hidden, not removed: the SDK measures itself while it joins, and nothing in it takes the focus. */}
        <div
          ref={containerRef}
          style={{ position: 'absolute', inset: 0, visibility: isShown || isCovered ? 'visible' : 'hidden' }}
          {...(isCovered && INERT)}
        />
        {(isIdle ? !(cover && screens?.idle) : !cover && !isShown) && (
          // The idle screen; and, without the others (on the server, or because they did not load), what is needed to go on.
          <Idle
            name={userName}
            badge={cover && <cover.Badge name={userName} />}
            text={isIdle ? options.title : hasFailed && state.error.userMessage}
            button={(isIdle || hasFailed) && button}
            onClick={isIdle ? handle.join : handle.retry}
          />
        )}
        {cover && (
          <cover.Cover
            {...{ state, attempt, next, isDrawn, handle, userName, autoJoin, preload, screens, labels }}
            texts={cover.texts}
          />
        )}
      </div>
    );
  },
);

/** React 19 knows it as a boolean, React 18 hands on what it does not know: both take a string. */
const INERT: object = { inert: 'inert' };

type LoadedCover = Pick<typeof import('./screens/cover.tsx'), 'Badge' | 'Cover'> & { texts: Labels };

/** The screens and their texts, which load when the component is mounted. `undefined`: not yet. `null`: they could not. */
function useCover(language: ZoomLanguage | undefined): LoadedCover | null | undefined {
  const [cover, setCover] = useState<LoadedCover | null>();
  useEffect(() => {
    let isWanted = true;
    import('./screens/cover.tsx')
      .then(async (screens) => ({ ...screens, texts: await screens.loadTexts(language) }))
      .catch(() => null)
      .then((loaded) => isWanted && setCover(loaded));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return cover;
}
